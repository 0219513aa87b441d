/** A time in which the buyer held a ticket and did not buy it: from the lock to its end, however it ended. */
export type UnpaidHold = {
  /** Of the ticket in question, or of another one of its event or its seller. */
  ofThisTicket: boolean;
  from: Date;
  until: Date;
};

/** All in lengths of a lock, so that a shorter lock makes for a shorter wait. */
const locks = {
  /** A lock drives others away for longer than it lasts: a short one counts as much as this. */
  atLeast: 1 / 2,
  /** Held for this long, it is others' turn: a second whole lock, or a fourth that is cancelled at once. */
  ofOneTicket: 5 / 3,
  /** Looser, for whoever goes from ticket to ticket of one event or seller. */
  ofSeveral: 6,
  /** Nobody is sent away for longer. */
  longestWait: 4,
};

/** For how many locks' length an unpaid hold is remembered, counted from its end. */
export const rememberedLocks = 8;

type Wait = { until: Date; of: "this ticket" | "several tickets" };

/**
 * Until when a buyer who has held tickets without paying has to leave them to others: for as long as they held them.
 * Null when it is their turn. `holds` are those remembered.
 */
export function waitYourTurn(holds: UnpaidHold[], lockMilliseconds: number, at: Date): Wait | null {
  const ofThis = holds.filter(({ ofThisTicket }) => ofThisTicket);
  const one = waitAfter(ofThis, locks.ofOneTicket, lockMilliseconds);
  const several = waitAfter(holds, locks.ofSeveral, lockMilliseconds);
  if (several && several > at && (!one || several > one))
    return { until: several, of: "several tickets" };
  return one && one > at ? { until: one, of: "this ticket" } : null;
}

function waitAfter(holds: UnpaidHold[], allowed: number, lock: number): Date | null {
  const held = holds.reduce((sum, hold) => sum + Math.max(lengthOf(hold), locks.atLeast * lock), 0);
  if (held < allowed * lock) return null;
  const lastEnd = Math.max(...holds.map(({ until }) => until.getTime()));
  return new Date(lastEnd + Math.min(held, locks.longestWait * lock));
}

function lengthOf({ from, until }: UnpaidHold): number {
  return until.getTime() - from.getTime();
}
