import { type SQL, sql } from "drizzle-orm";
import { tickets } from "#db/schema/tickets.ts";
import { eventState, upcomingEvent } from "#lib/events/event-state.ts";
import { ticketState } from "./ticket-state.ts";

export const saleStates = [
  "available",
  "locked",
  "sold",
  "withdrawn",
  "begun",
  "called-off",
] as const;
export type SaleState = (typeof saleStates)[number];

type Marks = Parameters<typeof ticketState>[0];
type Event = Parameters<typeof eventState>[0];

/**
 * Whether a ticket can be bought at a moment of the database's clock (`available`), and if not, why. The one home
 * of that question: for every page, for the lock, and for its seller. What was sold or withdrawn stays so, whatever
 * became of the event; of a ticket that is neither, the event is told before a lock that no longer counts.
 */
export function saleState(marks: Marks, event: Event, at: Date): SaleState {
  const ticket = ticketState(marks, at);
  if (ticket === "sold" || ticket === "withdrawn") return ticket;
  const state = eventState(event, at);
  return state === "upcoming" ? ticket : state;
}

/** On the market: available, or locked and perhaps soon available again. Its SQL twin is `onMarket`. */
export function isOnMarket(state: SaleState): boolean {
  return state === "available" || state === "locked";
}

/** The SQL twin of `isOnMarket(saleState(…))`, by the database's clock unless another moment is given. */
export function onMarket(at?: SQL): SQL {
  return sql`(${tickets.soldAt} is null and ${tickets.withdrawnAt} is null and ${upcomingEvent(at)})`;
}
