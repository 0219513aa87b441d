import { randomUUID } from "node:crypto";
import { closeDatabase } from "#db/client.ts";
import { Refusal } from "#kernel/refusal.ts";
import { createUser } from "#lib/auth/account/create-user.ts";
import { signIn } from "#lib/auth/sign-in.ts";
import { newDevice, type Visitor } from "#lib/auth/sessions/visitor.ts";
import { closeWakeConnection } from "#lib/domain-events/wake-relay.ts";
import { quantile } from "../quantile.ts";
import type { Figure } from "../report-figures.ts";
import { floodWeb } from "./flood-web.ts";

const flood = 200;
const accounts = 40;
const rounds = 5;
const allowedSeconds = 3;
const password = "correct horse battery staple";

/** An honest sign-in, from a browser that was here before and from one that was not, beside two hundred that are not. */
export async function benchSignIn(databaseUrl: string): Promise<Figure[]> {
  Object.assign(process.env, { DATABASE_URL: databaseUrl, DATABASE_POOL_MAX: "10" });
  const emails: string[] = [];
  for (let made = 0; made < accounts; made += 1) emails.push(await anAccount());
  const took: Record<"stranger" | "known", number[]> = { stranger: [], known: [] };
  for (let round = 0; round < rounds; round += 1) {
    const [stranger, known] = [await anAccount(), await anAccount()];
    const device = newDevice();
    await signIn({ email: known, password }, from(address(round, 250), device));
    const floodEnds = attack(round, emails);
    const [one, other] = await Promise.all([
      seconds(() => patiently(stranger, from(address(round, 251)))),
      seconds(() => patiently(known, from(address(round, 252), device))),
    ]);
    took.stranger.push(one);
    took.known.push(other);
    await floodEnds;
  }
  const overHttp = await floodWeb(databaseUrl);
  await Promise.all([closeDatabase(), closeWakeConnection()]);
  return [
    worst("sign-in from a new browser", took.stranger),
    worst("sign-in from a known browser", took.known),
    ...overHttp,
  ];
}

async function anAccount(): Promise<string> {
  const email = `${randomUUID()}@example.com`;
  await createUser({ name: "Ada", email, password });
  return email;
}

/** Each from an address of its own, one after the other through the accounts. */
async function attack(round: number, emails: string[]): Promise<void> {
  const attempts = Array.from({ length: flood }, (_, index) =>
    signIn(
      { email: emails[index % emails.length] ?? "", password: `guess ${index}` },
      from(address(round, index)),
    ).catch(orThrowUnlessRefused),
  );
  await Promise.all(attempts);
}

/** As a person does who is told that too many wait: at once again. */
async function patiently(email: string, visitor: Visitor): Promise<void> {
  for (;;) {
    const done = await signIn({ email, password }, visitor).catch(orThrowUnlessRefused);
    if (done) return;
  }
}

function orThrowUnlessRefused(error: unknown): null {
  if (error instanceof Refusal) return null;
  throw error;
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

function from(where: string, device: string | null = null): Visitor {
  return { address: where, userAgent: "a browser", device, sessionId: null };
}

const address = (round: number, index: number) => `203.${round}.113.${index}`;

function worst(name: string, took: number[]): Figure {
  const value = quantile(took, 1);
  const beside = { besides: allowedSeconds, besidesName: "allowed" };
  return { name, unit: "s", value, ...beside, ratio: allowedSeconds / value, limit: 1 };
}
