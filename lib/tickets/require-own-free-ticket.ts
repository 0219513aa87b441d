import type { Tx } from "#db/transaction.ts";
import type { TicketId, UserId } from "#kernel/ids.ts";
import { whyOver } from "#kernel/order-state.ts";
import { refuse } from "#kernel/refusal.ts";
import { cancelLiveOrder } from "#lib/orders/cancel-live-order.ts";
import { readListingForUpdate } from "./hold/read-listing-for-update.ts";
import { ticketState } from "./ticket-state.ts";

type Wanted = { ticketId: TicketId; sellerId: UserId; version: number };

/**
 * Locks the ticket's row and makes sure that its seller may change it now: it is theirs, available, and as they
 * last saw it. An order on it that is over is cancelled first.
 *
 * Refuses: `ticket-not-found`, `ticket-sold`, `ticket-withdrawn`, `ticket-locked`, `changed-elsewhere`.
 */
export async function requireOwnFreeTicket(tx: Tx, { ticketId, sellerId, version }: Wanted) {
  const listing = await readListingForUpdate(tx, ticketId);
  if (!listing || listing.ticket.userId !== sellerId) return refuse("ticket-not-found");
  const { ticket, event, holder, decidedAt } = listing;
  const state = ticketState(ticket, decidedAt);
  const over = holder && whyOver(holder, event, decidedAt);
  if (state === "sold") refuse("ticket-sold", { yours: true });
  if (state === "withdrawn") refuse("ticket-withdrawn", { yours: true });
  if (state === "locked" && !over) {
    const until = holder?.paymentAuthorizedAt ? null : ticket.lockedUntil;
    refuse("ticket-locked", { until, yours: true });
  }
  if (ticket.version !== version) refuse("changed-elsewhere");
  if (holder) await cancelLiveOrder(tx, holder, over ?? "expired", decidedAt);
  return listing;
}
