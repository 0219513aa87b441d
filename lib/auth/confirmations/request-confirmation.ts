import { readClock } from "#db/clock.ts";
import { confirmations, type Purpose } from "#db/schema/confirmations.ts";
import type { Tx } from "#db/transaction.ts";
import { type ConfirmationId, newId, type UserId } from "#kernel/ids.ts";
import { recordDomainEvent } from "#lib/domain-events/record-domain-event.ts";
import { hashOfDevice } from "#lib/rate-limit/keyed-hash.ts";

const hour = 60 * 60 * 1000;
const day = 24 * hour;
/** A link that opens an account more widely is good for less long. */
const lifetimes: Record<Purpose, number> = {
  "open-account": day,
  "verify-email": day,
  "change-email": day,
  "reset-password": hour,
  "undo-email": 7 * day,
};

/** A question that was sent, and the browser in which its code may be typed. */
export type Asked = { confirmationId: ConfirmationId; device: string };

type Wish = {
  purpose: Purpose;
  email: string;
  userId?: UserId;
  /** Of an account to be opened. */
  account?: { name: string; passwordHash: string };
  /** The browser in which the code may be typed. */
  device?: string;
};

/**
 * Asks the owner of an email address: the worker sends the question. What is done here is the same whether or not there
 * is an account with that address, so that nobody can tell from it.
 */
export async function requestConfirmation(
  tx: Tx,
  { purpose, email, userId, account, device }: Wish,
): Promise<ConfirmationId> {
  const at = await readClock(tx);
  const id = newId<"confirmation">();
  await tx.insert(confirmations).values({
    id,
    purpose,
    email,
    userId,
    ...account,
    device: device && hashOfDevice(device),
    createdAt: at,
    expiresAt: new Date(at.getTime() + lifetimes[purpose]),
  });
  await recordDomainEvent(tx, "ConfirmationRequested", at, { confirmationId: id, purpose });
  return id;
}
