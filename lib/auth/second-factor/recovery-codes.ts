import { randomInt } from "node:crypto";
import type { UserId } from "#kernel/ids.ts";
import { keyedHash } from "#lib/rate-limit/keyed-hash.ts";

const howMany = 10;
/** Without those that look like another (Crockford's base32). Ten of them cannot be tried out: that is 50 bits. */
const characters = "0123456789abcdefghjkmnpqrstvwxyz";
const lookalikes: Record<string, string> = { o: "0", i: "1", l: "1" };
const half = 5;
const readable = /^[0-9abcdefghjkmnpqrstvwxyz]{10}$/;

/** Ten codes as they are written down: `7k2mq-x04vd`. */
export function newRecoveryCodes(): string[] {
  const codes = new Set<string>();
  while (codes.size < howMany) codes.add(`${randomText()}-${randomText()}`);
  return [...codes];
}

function randomText(): string {
  return Array.from({ length: half }, () => characters[randomInt(characters.length)]).join("");
}

/** As a code was meant, however it was typed; null for what can be none. */
export function readRecoveryCode(typed: string): string | null {
  const plain = typed
    .toLowerCase()
    .replace(/[\s-]/g, "")
    .replace(/[oil]/g, (character) => lookalikes[character] ?? character);
  return readable.test(plain) ? `${plain.slice(0, half)}-${plain.slice(half)}` : null;
}

export function hashOfRecoveryCode(userId: UserId, code: string): string {
  return keyedHash(`recovery:${userId}:${code}`);
}
