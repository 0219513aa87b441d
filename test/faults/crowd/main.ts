// A program: everybody who uses the site, and the site's web process around them. Told by its environment
// where things are and until when to go on. Keeps taking in webhooks until it is ended.
import { setTimeout as pause } from "node:timers/promises";
import { like } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import { users } from "#db/schema/auth.ts";
import { report } from "#kernel/report.ts";
import { seeded } from "../random.ts";
import { trueTime } from "../stage/true-clock.ts";
import { buy } from "./buy.ts";
import { keepDisplaying } from "./displayed-tickets.ts";
import { sell } from "./sell.ts";
import { tell } from "./tell.ts";
import { openWebhookDoor } from "./webhook-door.ts";

const settings = z
  .object({
    TORTURE_SEED: z.string(),
    TORTURE_WEBHOOK_PORT: z.coerce.number(),
    TORTURE_UNTIL: z.coerce.number(),
    TORTURE_BUYERS_AT_ONCE: z.coerce.number(),
    TORTURE_SELLERS_AT_ONCE: z.coerce.number(),
  })
  .parse(process.env);
/** Whoever started us must have ended us long before. */
const patienceMilliseconds = 10 * 60 * 1000;

setTimeout(
  () => process.exit(3),
  settings.TORTURE_UNTIL - trueTime() + patienceMilliseconds,
).unref();
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => process.exit(0));
await openWebhookDoor(settings.TORTURE_WEBHOOK_PORT);
const random = seeded(settings.TORTURE_SEED);
const buyers = await findBuyers();
tell({ what: "open" });
const ending = new AbortController();
void keepDisplaying(ending.signal);
await Promise.all([
  ...lanes("buyer", settings.TORTURE_BUYERS_AT_ONCE, (chances) =>
    buy(chances.pick(buyers), chances),
  ),
  ...lanes("seller", settings.TORTURE_SELLERS_AT_ONCE, sell),
]);
ending.abort();
tell({ what: "over" });

/** Each lane is one person after another, each with chances of their own. */
function lanes(name: string, count: number, turn: (chances: typeof random) => Promise<void>) {
  return Array.from({ length: count }, async (_, lane) => {
    for (let person = 0; trueTime() < settings.TORTURE_UNTIL; person += 1) {
      await turn(random.fork(`${name} ${lane}.${person}`)).catch((error: unknown) => {
        report("error", "a lane stumbled", { error });
        tell({ what: "failed", asked: name, explained: false, why: String(error) });
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
