import type { OrderId, UserId } from "#kernel/ids.ts";
import { type RefusalReason, refusalReason } from "#kernel/refusal.ts";
import { saleState } from "#lib/tickets/sale-state.ts";
import { ticketState } from "#lib/tickets/ticket-state.ts";
import type { Offer } from "./read-offer.ts";
import { waitYourTurn } from "./wait-your-turn.ts";

export type HoldDecision =
  /** The ticket is the buyer's to hold. */
  | { to: "hold" }
  /** The buyer has an order for it already: the same click again, or a second one while they pay. */
  | { to: "return"; orderId: OrderId }
  | { to: "refuse"; reason: RefusalReason };

/** With more live orders than this, a buyer keeps tickets from others instead of choosing one. */
export const maximumLiveOrders = 3;

/** Whether the buyer may hold the ticket that stood before them as `ticketVersion`. Pure. */
export function decideHold(
  offer: Offer | null,
  buyerId: UserId,
  ticketVersion: number,
): HoldDecision {
  if (!offer) return { to: "refuse", reason: refusalReason("ticket-not-found") };
  if (offer.repeatedOrderId) return { to: "return", orderId: offer.repeatedOrderId };
  if (offer.holder?.buyerId === buyerId && isLocked(offer))
    return { to: "return", orderId: offer.holder.id };
  const reason = whyNot(offer, buyerId, ticketVersion);
  return reason ? { to: "refuse", reason } : { to: "hold" };
}

function isLocked(offer: Offer): boolean {
  return ticketState(offer, offer.decidedAt) === "locked";
}

function whyNot(offer: Offer, buyerId: UserId, ticketVersion: number): RefusalReason | null {
  if (offer.sellerId === buyerId) return refusalReason("own-ticket");
  const { price, currency, version, eventId } = offer;
  const event = { startsAt: offer.startsAt, cancelledAt: offer.eventCancelledAt };
  switch (saleState(offer, event, offer.decidedAt)) {
    case "sold":
      return refusalReason("ticket-sold");
    case "withdrawn":
      return refusalReason("ticket-withdrawn");
    case "called-off":
      return refusalReason("event-called-off", { eventId });
    case "begun":
      return refusalReason("event-over", { eventId });
    case "locked":
      return refusalReason("ticket-locked", { until: freeAt(offer) });
    case "available":
      if (version !== ticketVersion)
        return refusalReason("ticket-changed", { price, currency, version });
      return greed(offer);
  }
}

/** Null while a payment is being finished: that has no end that could be promised. */
function freeAt({ holder, lockedUntil }: Offer): Date | null {
  return holder?.paymentAuthorizedAt ? null : lockedUntil;
}

function greed(offer: Offer): RefusalReason | null {
  if (offer.liveOrders >= maximumLiveOrders)
    return refusalReason("too-many-live-orders", { limit: maximumLiveOrders });
  // mutant: held time is not counted
  const wait = waitYourTurn(offer.unpaidHolds, offer.lockMilliseconds, offer.decidedAt);
  return wait && refusalReason("cooling-down", wait);
}
