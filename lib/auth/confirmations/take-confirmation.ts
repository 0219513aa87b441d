import { eq, sql } from "drizzle-orm";
import { readClock } from "#db/clock.ts";
import { db } from "#db/client.ts";
import { confirmations, type Purpose } from "#db/schema/confirmations.ts";
import type { Tx } from "#db/transaction.ts";
import type { ConfirmationId } from "#kernel/ids.ts";
import { Refusal, type RefusalReason, refuse } from "#kernel/refusal.ts";
import { hashOfDevice } from "#lib/rate-limit/keyed-hash.ts";
import { type Answer, decideConfirmation } from "./decide-confirmation.ts";
import { lockConfirmation } from "./lock-confirmation.ts";
import { hashOfCode, readToken } from "./token.ts";

/** The link in an email, or its code together with the question that the browser asked. */
export type Proof =
  | { token: string }
  | { confirmationId: ConfirmationId; code: string; device: string | null };

type Read = { confirmationId: ConfirmationId; answer: Answer };

/**
 * Takes an answer, once: of two at the same time the second is told that it was used.
 *
 * Refuses: `link-unknown`, `link-used`, `link-over`; of a code `wrong-code`, `code-spent` after too many, and
 * `code-elsewhere` in another browser than the one that asked.
 */
export async function takeConfirmation(tx: Tx, purposes: readonly Purpose[], proof: Proof) {
  const { confirmationId, answer } = readProof(proof);
  const { asked, now } = await lockConfirmation(tx, confirmationId);
  const refusal = decideConfirmation(asked, purposes, answer, now);
  if (refusal) throw new Refusal(refusal);
  if (!asked) throw new Error("What was never asked is refused.");
  await tx.update(confirmations).set({ usedAt: now }).where(eq(confirmations.id, confirmationId));
  return { ...asked, at: now };
}

/** Looks at what a link asks, and uses nothing up: programs open the links of an email too. Refuses as taking it does. */
export async function readConfirmation(purposes: readonly Purpose[], token: string) {
  const { confirmationId, answer } = readProof({ token });
  const [asked] = await db()
    .select()
    .from(confirmations)
    .where(eq(confirmations.id, confirmationId));
  const refusal = decideConfirmation(asked ?? null, purposes, answer, await readClock(db()));
  if (refusal) throw new Refusal(refusal);
  if (!asked) throw new Error("What was never asked is refused.");
  return asked;
}

export type Described =
  | (Awaited<ReturnType<typeof readConfirmation>> & { token: string })
  | { refusal: RefusalReason };

/** What a link asks, or why it asks nothing any more. Uses nothing up. */
export async function describeConfirmation(
  purposes: readonly Purpose[],
  token: string,
): Promise<Described> {
  try {
    return { ...(await readConfirmation(purposes, token)), token };
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error.reason };
    throw error;
  }
}

/** Counts a try of a code, whatever comes of it: before it is judged, and not undone with what is refused. */
export async function countCodeTry(confirmationId: ConfirmationId): Promise<void> {
  await db()
    .update(confirmations)
    .set({ codeTries: sql`${confirmations.codeTries} + 1` })
    .where(eq(confirmations.id, confirmationId));
}

function readProof(proof: Proof): Read {
  if ("token" in proof) {
    const token = readToken(proof.token);
    if (!token) return refuse("link-unknown");
    const { confirmationId, hash } = token;
    return { confirmationId, answer: { kind: "link", hash } };
  }
  const { confirmationId, code, device } = proof;
  const hash = hashOfCode(confirmationId, code);
  return {
    confirmationId,
    answer: { kind: "code", hash, device: device && hashOfDevice(device) },
  };
}
