import { createHash, randomBytes, randomInt, timingSafeEqual } from "node:crypto";
import { parse, stringify } from "uuid";
import { type ConfirmationId, parseId } from "#kernel/ids.ts";
import { keyedHash } from "#lib/rate-limit/keyed-hash.ts";

const idBytes = 16;
const tokenBytes = 32;
/** Both of them in base64url. */
const written = /^[\w-]{64}$/;

export type Token = { confirmationId: ConfirmationId; hash: string };

/** What stands in a link: which confirmation, and 32 bytes that nobody guesses. */
export function newToken(confirmationId: ConfirmationId): { token: string; hash: string } {
  const bytes = randomBytes(tokenBytes);
  const token = Buffer.concat([parse(confirmationId), bytes]).toString("base64url");
  return { token, hash: hashOf(bytes) };
}

/** What a link says; null for what no link of ours can say. */
export function readToken(token: string): Token | null {
  if (!written.test(token)) return null;
  const bytes = Buffer.from(token, "base64url");
  const confirmationId = parseId<"confirmation">(named(bytes.subarray(0, idBytes)));
  return confirmationId && { confirmationId, hash: hashOf(bytes.subarray(idBytes)) };
}

/** Sixteen bytes may be no UUID. */
function named(bytes: Uint8Array): string {
  try {
    return stringify(bytes);
  } catch {
    return "";
  }
}

/** Enough for 32 random bytes: there is no list of them to try. */
function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("base64url");
}

/** Six digits to be typed. So few can be tried out: their hash is made with our secret. */
export function newCode(confirmationId: ConfirmationId): { code: string; hash: string } {
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  return { code, hash: hashOfCode(confirmationId, code) };
}

export function hashOfCode(confirmationId: ConfirmationId, code: string): string {
  return keyedHash(`code:${confirmationId}:${code}`);
}

/** Whether two hashes are the same, in a time that does not depend on where they differ. */
export function isSameHash(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
