import { createHash, randomBytes } from "node:crypto";
import { readClock } from "#db/clock.ts";
import { db } from "#db/client.ts";
import { spentChallenges } from "#db/schema/second-factors.ts";
import type { Tx } from "#db/transaction.ts";
import { refuse } from "#kernel/refusal.ts";
import { keyedHash } from "#lib/rate-limit/keyed-hash.ts";
import { isSameHash } from "../confirmations/token.ts";
import type { Self } from "../sessions/self.ts";

/** What a passkey is asked for: to sign in, or something of somebody who is signed in, in that session alone. */
export type Occasion = { for: "sign-in" } | { for: "prove" | "add"; self: Self };

const lifeSeconds = 10 * 60;
const randomPart = 16;
const timePart = 6;
const signedPart = randomPart + timePart;

/**
 * Bytes for a passkey to sign, in base64url: random ones, until when they are good, and our seal over both and the
 * occasion. They need no row, so that whoever looks at the sign-in page writes none; one that was answered is kept.
 */
export async function newChallenge(occasion: Occasion): Promise<string> {
  const expiresAt = (await readClock(db())).getTime() + lifeSeconds * 1000;
  const signed = Buffer.alloc(signedPart);
  randomBytes(randomPart).copy(signed);
  signed.writeUIntBE(expiresAt, randomPart, timePart);
  return Buffer.concat([signed, sealOf(signed, occasion)]).toString("base64url");
}

/** Whether it is one of ours for this occasion, in time or not. */
export function isOurs(challenge: string, occasion: Occasion): boolean {
  const bytes = Buffer.from(challenge, "base64url");
  const [signed, given] = [bytes.subarray(0, signedPart), bytes.subarray(signedPart)];
  if (signed.length < signedPart) return false;
  return isSameHash(given.toString("base64url"), sealOf(signed, occasion).toString("base64url"));
}

/**
 * Takes the answer to a challenge that `isOurs`, once: of two at the same time the second is refused.
 *
 * Refuses: `passkey-over` when it is too old, or was answered.
 */
export async function spendChallenge(tx: Tx, challenge: string): Promise<void> {
  const bytes = Buffer.from(challenge, "base64url");
  const expiresAt = new Date(bytes.readUIntBE(randomPart, timePart));
  const challengeHash = createHash("sha256").update(bytes).digest("base64url");
  const spent = await tx
    .insert(spentChallenges)
    .values({ challengeHash, expiresAt })
    .onConflictDoNothing()
    .returning({ challengeHash: spentChallenges.challengeHash });
  if (spent.length === 0 || expiresAt <= (await readClock(tx))) refuse("passkey-over");
}

function sealOf(signed: Uint8Array, occasion: Occasion): Buffer {
  const whose = occasion.for === "sign-in" ? "" : `${occasion.self.id}:${occasion.self.sessionId}`;
  const text = Buffer.from(signed).toString("base64url");
  return Buffer.from(keyedHash(`challenge:${occasion.for}:${whose}:${text}`), "base64url");
}
