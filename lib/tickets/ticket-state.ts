export const ticketStates = ["available", "locked", "sold", "withdrawn"] as const;
export type TicketState = (typeof ticketStates)[number];

type Marks = { lockedUntil: Date | null; soldAt: Date | null; withdrawnAt: Date | null };

/**
 * A ticket's state at a moment of the database's clock. Derived, so it cannot disagree with itself, and
 * a lock whose time has passed is no lock, even before the worker has cancelled its order.
 */
export function ticketState(marks: Marks, at: Date): TicketState {
  if (marks.soldAt) return "sold";
  if (marks.withdrawnAt) return "withdrawn";
  if (marks.lockedUntil && marks.lockedUntil > at) return "locked";
  return "available";
}
