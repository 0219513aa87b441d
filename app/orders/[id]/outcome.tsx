import { OrderOutcome } from "#components/order-outcome.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { formatMoney } from "#lib/kernel/money.ts";
import type { OrderSeen } from "#lib/orders/find-orders.ts";
import { findCharge } from "#lib/payments/find-charge.ts";

/** How an order ended: one sentence and one next step. */
export async function Outcome({ order }: { order: OrderSeen }) {
  const { status, lapsed, cancelReason, price, currency } = order;
  if (status === "completed") {
    return (
      <OrderOutcome
        state="paid"
        title="The ticket is yours"
        action={<ButtonLink href="/orders">All my orders</ButtonLink>}
      >
        {(await findCharge(order.id))?.refundId
          ? `You paid ${formatMoney({ amount: price, currency })}. It has been refunded to your card.`
          : `You paid ${formatMoney({ amount: price, currency })}. We have sent you a letter with everything in it.`}
      </OrderOutcome>
    );
  }
  if (lapsed || cancelReason === "expired") {
    return (
      <OrderOutcome state="expired" title="Time ran out" action={<NextStep order={order} />}>
        The time to pay is over and the ticket was let go. You were not charged.
      </OrderOutcome>
    );
  }
  if (cancelReason === "payment_failed") {
    return (
      <OrderOutcome
        state="declined"
        title="The payment did not go through"
        action={<NextStep order={order} />}
      >
        Your bank declined it, so the ticket was let go. You were not charged.
      </OrderOutcome>
    );
  }
  return (
    <OrderOutcome state="cancelled" title="Order cancelled" action={<NextStep order={order} />}>
      The ticket is free again. You were not charged.
    </OrderOutcome>
  );
}

function NextStep({ order: { ticket, event } }: { order: OrderSeen }) {
  return ticket.free ? (
    <ButtonLink href={`/tickets/${ticket.id}`}>Buy it again</ButtonLink>
  ) : (
    <ButtonLink href={`/events/${event.slug}`}>Other tickets for this event</ButtonLink>
  );
}
