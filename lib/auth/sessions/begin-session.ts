import { eq } from "drizzle-orm";
import { readClock } from "#db/clock.ts";
import { users, type WayToSignIn } from "#db/schema/auth.ts";
import { inTransaction, type Tx } from "#db/transaction.ts";
import type { SessionId, UserId } from "#kernel/ids.ts";
import { refuse } from "#kernel/refusal.ts";
import { recordDomainEvent } from "#lib/domain-events/record-domain-event.ts";
import { rememberPlaces } from "./sign-in-places.ts";
import { endSession, startSession } from "./sessions.ts";
import { newDevice, type Visitor } from "./visitor.ts";

export type SignedIn = {
  userId: UserId;
  sessionId: SessionId;
  /** Nobody is signed in by this session before `passSecondFactor`. */
  awaitsSecondFactor: boolean;
  /** For the device cookie: by it the account will know this browser. */
  device: string;
};

type How = {
  /** The account does not know this browser: its owner is told. */
  isElsewhere?: boolean;
  signedInBy?: WayToSignIn;
};

/**
 * Starts a session in this browser, ends the one it was in, and remembers the place: all of it, or nothing.
 *
 * Refuses: `account-switched-off`; `busy` when the database keeps it waiting.
 */
export function beginSession(userId: UserId, visitor: Visitor, how: How = {}): Promise<SignedIn> {
  return inTransaction((tx) => beginSessionIn(tx, userId, visitor, how));
}

/** The same in a transaction that is under way. Refuses the same. */
export async function beginSessionIn(
  tx: Tx,
  userId: UserId,
  visitor: Visitor,
  { isElsewhere = false, signedInBy = "password" }: How,
): Promise<SignedIn> {
  await requireSwitchedOn(tx, userId);
  const { address, userAgent, sessionId: before } = visitor;
  const device = visitor.device ?? newDevice();
  const sessionId = await startSession(userId, userAgent, tx, { signedInBy });
  if (before) await endSession(before, tx);
  await rememberPlaces(userId, { address, device }, tx);
  if (isElsewhere)
    await recordDomainEvent(tx, "SignedInFromElsewhere", await readClock(tx), {
      userId,
      sessionId,
    });
  return { userId, sessionId, device, awaitsSecondFactor: false };
}

/**
 * Remembers in this browser that the password was right, until the second factor comes: nobody is signed in, and nothing
 * about the place is believed yet. The session that the browser was in ends.
 *
 * Refuses: `account-switched-off`; `busy` when the database keeps it waiting.
 */
export async function awaitSecondFactor(userId: UserId, visitor: Visitor): Promise<SignedIn> {
  const device = visitor.device ?? newDevice();
  const awaitsSecondFactor = true;
  return inTransaction(async (tx) => {
    await requireSwitchedOn(tx, userId);
    const sessionId = await startSession(userId, visitor.userAgent, tx, { awaitsSecondFactor });
    if (visitor.sessionId) await endSession(visitor.sessionId, tx);
    return { userId, sessionId, device, awaitsSecondFactor };
  });
}

/** Waits for whoever is switching the account off: a session is there before and ends with it, or never begins. */
async function requireSwitchedOn(tx: Tx, userId: UserId): Promise<void> {
  const [user] = await tx
    .select({ switchedOffAt: users.switchedOffAt })
    .from(users)
    .where(eq(users.id, userId))
    .for("key share");
  if (user?.switchedOffAt) refuse("account-switched-off");
}
