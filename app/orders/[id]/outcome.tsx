import { OrderOutcome } from "#components/order-outcome.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import type { OrderView } from "#lib/orders/find-orders.ts";
import { findCharge } from "#lib/payments/find-charge.ts";
import { failureSentence } from "./failure-sentence.ts";
import { moneySentence } from "./money-sentence.ts";

/** How an order ended: one sentence and one next step. */
export async function Outcome({ order }: { order: OrderView }) {
  const { status, endedFor, event } = order;
  const charge = await findCharge(order.id);
  const money = moneySentence(order, charge);
  if (status === "completed") {
    return (
      <OrderOutcome
        state="paid"
        title="The ticket is yours"
        action={<ButtonLink href="/orders">All my orders</ButtonLink>}
      >
        {money}
      </OrderOutcome>
    );
  }
  if (endedFor === "event_over") {
    return (
      <OrderOutcome
        state="cancelled"
        title={event.cancelledAt ? "The event was called off" : "The event has begun"}
        action={<ButtonLink href="/">Browse other events</ButtonLink>}
      >
        {event.cancelledAt
          ? "It was called off before your payment was taken, so the order is cancelled."
          : "It began before the ticket was paid, so the order is cancelled."}{" "}
        {money}
      </OrderOutcome>
    );
  }
  if (endedFor === "expired") {
    return (
      <OrderOutcome state="expired" title="Time ran out" action={<NextStep order={order} />}>
        The time to pay is over and the ticket was released. {money}
      </OrderOutcome>
    );
  }
  if (endedFor === "payment_failed") {
    return (
      <OrderOutcome
        state="declined"
        title="The payment did not go through"
        action={<NextStep order={order} />}
      >
        {failureSentence(charge?.failureCode ?? null)} The ticket was released. {money}
      </OrderOutcome>
    );
  }
  return (
    <OrderOutcome state="cancelled" title="Order cancelled" action={<NextStep order={order} />}>
      The ticket is free again. {money}
    </OrderOutcome>
  );
}

function NextStep({ order: { ticket, event } }: { order: OrderView }) {
  return ticket.sale === "available" ? (
    <ButtonLink href={`/tickets/${ticket.id}`}>Buy it again</ButtonLink>
  ) : (
    <ButtonLink href={`/events/${event.slug}`}>Other tickets for this event</ButtonLink>
  );
}
