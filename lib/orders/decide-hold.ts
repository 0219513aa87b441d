import type { OrderId, UserId } from "#kernel/ids.ts";
import { refuse } from "#kernel/refusal.ts";
import { ticketState } from "#lib/tickets/ticket-state.ts";
import type { Offer } from "./read-offer.ts";

/** Whoever locks more at once is not choosing a ticket but keeping it from others. */
export const maximumLiveOrders = 3;
/** Letting one ticket lapse this often, one after the other, blocks it for everybody else: then a pause. */
const lapsesBeforePause = 2;
const pauseMilliseconds = 30 * 60 * 1000;

/**
 * Whether the buyer may lock the ticket as it was seen. Returns the order they hold it with already, or
 * null when it is theirs to take; refuses otherwise. Pure.
 */
export function decideHold(
  seen: Offer | null,
  buyerId: UserId,
  ticketVersion: number,
): OrderId | null {
  if (!seen) return refuse("ticket-not-found");
  if (seen.repeatedOrderId) return seen.repeatedOrderId;
  if (seen.sellerId === buyerId) refuse("own-ticket");
  const state = ticketState(seen, seen.decidedAt);
  if (state === "sold") refuse("ticket-sold");
  if (state === "withdrawn") refuse("ticket-withdrawn");
  if (state === "locked") return ownOrder(seen, buyerId);
  if (seen.startsAt <= seen.decidedAt || seen.eventCancelledAt) {
    refuse("event-over", { eventId: seen.eventId });
  }
  if (seen.version !== ticketVersion) {
    refuse("ticket-changed", { price: seen.price, currency: seen.currency, version: seen.version });
  }
  refuseGreed(seen);
  return null;
}

function ownOrder({ holder, lockedUntil }: Offer, buyerId: UserId): OrderId {
  if (holder?.buyerId === buyerId) return holder.id;
  const finishing = holder?.paymentAuthorizedAt != null;
  return refuse("ticket-locked", { until: finishing ? null : lockedUntil });
}

function refuseGreed({ liveOrders, lapses, lastLapseAt, decidedAt }: Offer): void {
  if (liveOrders >= maximumLiveOrders) refuse("too-many-live-orders", { limit: maximumLiveOrders });
  if (lapses < lapsesBeforePause || !lastLapseAt) return;
  const until = new Date(lastLapseAt.getTime() + pauseMilliseconds);
  if (until > decidedAt) refuse("cooling-down", { until });
}
