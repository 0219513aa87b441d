import { readClock } from "#db/clock.ts";
import { inTransaction } from "#db/transaction.ts";
import type { SessionId, UserId } from "#kernel/ids.ts";
import { recordDomainEvent } from "#lib/domain-events/record-domain-event.ts";
import { rememberPlaces } from "./sign-in-places.ts";
import { endSession, startSession } from "./sessions.ts";
import { newDevice, type Visitor } from "./visitor.ts";

export type SignedIn = {
  userId: UserId;
  sessionId: SessionId;
  /** For the device cookie: by it the account will know this browser. */
  device: string;
};

type How = {
  /** The account does not know this browser: its owner is told. */
  isElsewhere?: boolean;
};

/**
 * Starts a session in this browser, ends the one it was in, and remembers the place: all of it, or nothing.
 *
 * Refuses: `busy` when the database keeps it waiting.
 */
export async function beginSession(
  userId: UserId,
  visitor: Visitor,
  { isElsewhere = false }: How = {},
): Promise<SignedIn> {
  const { address, userAgent, sessionId: before } = visitor;
  const device = visitor.device ?? newDevice();
  return inTransaction(async (tx) => {
    const sessionId = await startSession(userId, userAgent, tx);
    if (before) await endSession(before, tx);
    await rememberPlaces(userId, { address, device }, tx);
    if (isElsewhere)
      await recordDomainEvent(tx, "SignedInFromElsewhere", await readClock(tx), {
        userId,
        sessionId,
      });
    return { userId, sessionId, device };
  });
}
