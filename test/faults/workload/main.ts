// A program: the people who use the site, and the site's web process around them. Its environment says where
// things are and until when to go on. Receives webhooks until it is ended.
import { setTimeout as pause } from "node:timers/promises";
import { like } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import { users } from "#db/schema/auth.ts";
import { report } from "#kernel/report.ts";
import { type Random, seeded } from "../random.ts";
import { trueTime } from "../testbed/true-clock.ts";
import { buy } from "./buy.ts";
import { keepDisplaying } from "./displayed-tickets.ts";
import { sell } from "./sell.ts";
import { sendMessage } from "./send-message.ts";
import { openWebhookEndpoint } from "./webhook-endpoint.ts";

const settings = z
  .object({
    FAULTS_SEED: z.string(),
    FAULTS_WEBHOOK_PORT: z.coerce.number(),
    FAULTS_UNTIL: z.coerce.number(),
    FAULTS_BUYERS_AT_ONCE: z.coerce.number(),
    FAULTS_SELLERS_AT_ONCE: z.coerce.number(),
  })
  .parse(process.env);
/** The runner must have ended this process long before. */
const patienceMilliseconds = 10 * 60 * 1000;

setTimeout(
  () => process.exit(3),
  settings.FAULTS_UNTIL - trueTime() + patienceMilliseconds,
).unref();
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => process.exit(0));
await openWebhookEndpoint(settings.FAULTS_WEBHOOK_PORT);
const random = seeded(settings.FAULTS_SEED);
const buyers = await findBuyers();
sendMessage({ type: "ready" });
const ending = new AbortController();
void keepDisplaying(ending.signal);
await Promise.all([
  ...lanes("buyer", settings.FAULTS_BUYERS_AT_ONCE, (chances) =>
    buy(chances.pick(buyers), chances),
  ),
  ...lanes("seller", settings.FAULTS_SELLERS_AT_ONCE, sell),
]);
ending.abort();
sendMessage({ type: "finished" });

/** Each lane is one person after another, each with chances of their own. */
function lanes(name: string, count: number, turn: (chances: Random) => Promise<void>) {
  return Array.from({ length: count }, async (_, lane) => {
    for (let person = 0; trueTime() < settings.FAULTS_UNTIL; person += 1) {
      await turn(random.fork(`${name} ${lane}.${person}`)).catch((error: unknown) => {
        report("error", "a person's turn failed", { error });
        sendMessage({ type: "failed", asked: name, explained: false, why: String(error) });
      });
    }
  });
}

async function findBuyers() {
  for (;;) {
    const found = await db()
      .select({ id: users.id })
      .from(users)
      .where(like(users.email, "buyer-%"))
      .orderBy(users.email)
      .catch(() => []); // no database just now
    if (found.length > 0) return found.map(({ id }) => id);
    await pause(100);
  }
}
