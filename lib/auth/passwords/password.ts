import { availableParallelism } from "node:os";
import { hash, verify } from "@node-rs/argon2";
import { boundedQueue, QueueFull } from "#kernel/bounded-queue.ts";
import { refuse } from "#kernel/refusal.ts";

/** Argon2id as OWASP ASVS 5 appendix C asks: 46 MiB, one pass, one lane (Argon2id is the library's default). */
const cost = { memoryCost: 47_104, timeCost: 1, parallelism: 1 };

/**
 * Each hash takes 46 MiB and a core for a twentieth of a second: a flood of sign-ins takes neither all memory nor
 * the core on which pages are made, and nobody waits longer than two or three seconds.
 */
const bounds = { atOnce: availableParallelism() > 2 ? 2 : 1, waiting: 24 };
const inTurn = boundedQueue(bounds);

type Asking = {
  /** They have signed in here before, and go before those who never have. */
  isKnown?: boolean;
};

/** Refuses: `busy` when too many wait already. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, cost)).catch(orBusy);
}

/** Refuses: `busy` when too many wait already. */
export function verifyPassword(
  passwordHash: string,
  password: string,
  { isKnown = false }: Asking = {},
): Promise<boolean> {
  return inTurn(() => verify(passwordHash, password), { isPreferred: isKnown }).catch(orBusy);
}

const asNow = `$argon2id$v=19$m=${cost.memoryCost},t=${cost.timeCost},p=${cost.parallelism}$`;

/** Whether a hash was made at another cost than it would be now: then it is made anew when the password is next known. */
export function isOutdated(passwordHash: string): boolean {
  return !passwordHash.startsWith(asNow);
}

/** Of a password that nobody knows, at the cost above: also an account that nobody may open has one. */
export const nobodysHash =
  "$argon2id$v=19$m=47104,t=1,p=1$FBx1a3F1v6cXUJwyfR3fdg$WriBX92eh0ZvlUdMR/nFxlJUCtqXdbkRvZfmw5KMFlc";

/**
 * Takes the time of a real check, so that an unknown email answers no faster than a wrong password.
 *
 * Refuses: `busy` when too many wait already.
 */
export async function pretendToVerify(password: string): Promise<false> {
  await verifyPassword(nobodysHash, password);
  return false;
}

function orBusy(error: unknown): never {
  if (error instanceof QueueFull) refuse("busy");
  throw error;
}
