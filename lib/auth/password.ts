import { hash, verify } from "@node-rs/argon2";
import { limitConcurrency } from "#kernel/limit-concurrency.ts";

/** Argon2id as OWASP ASVS 5 appendix C asks: 46 MiB, one pass, one lane (Argon2id is the library's default). */
const cost = { memoryCost: 47_104, timeCost: 1, parallelism: 1 };

/** Two at a time: each takes 46 MiB, and a flood of sign-ins must not become an attack on memory. */
const inTurn = limitConcurrency(2);

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, cost));
}

export function verifyPassword(passwordHash: string, password: string): Promise<boolean> {
  return inTurn(() => verify(passwordHash, password));
}

let dummy: Promise<string> | undefined;

/** Takes the time of a real check, so that an unknown email answers no faster than a wrong password. */
export async function pretendToVerify(password: string): Promise<false> {
  dummy ??= hashPassword("nobody's password");
  await verifyPassword(await dummy, password);
  return false;
}
