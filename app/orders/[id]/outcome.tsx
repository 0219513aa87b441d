import { eventPath } from "#app/events/[slug]/event-address.ts";
import { orderStanding, standings } from "#app/orders/order-standing.ts";
import { OrderOutcome } from "#components/order-outcome.tsx";
import { ButtonLink, FileLink } from "#components/ui/button.tsx";
import type { OrderView } from "#lib/orders/find-orders.ts";
import { type ChargeView, findCharge } from "#lib/payments/find-charge.ts";
import { failureSentence } from "./failure-sentence.ts";
import { moneySentence } from "./money-sentence.ts";

/** How an order ended: one sentence and one next step. */
export async function Outcome({ order }: { order: OrderView }) {
  const charge = await findCharge(order.id);
  const { tone, title } = standings[orderStanding(order)];
  return (
    <OrderOutcome yours={tone === "yours"} title={title} action={<NextStep order={order} />}>
      {whyEnded(order, charge)} {moneySentence(order, charge)}
    </OrderOutcome>
  );
}

function whyEnded({ endedFor, event }: OrderView, charge: ChargeView | null): string {
  switch (endedFor) {
    case "event_over":
      return event.cancelledAt
        ? "It was called off before your payment was taken, so the order is cancelled."
        : "It began before the ticket was paid, so the order is cancelled.";
    case "expired":
      return "The time to pay is over and the ticket was released.";
    case "payment_failed":
      return `${failureSentence(charge?.failureCode ?? null)} The ticket was released.`;
    case "buyer":
      return "You cancelled, and the ticket is free again.";
    case null:
      return "";
  }
}

function NextStep({ order: { status, endedFor, ticket, event } }: { order: OrderView }) {
  if (status === "completed") return <WhatNow event={event} />;
  if (endedFor === "event_over") return <ButtonLink href="/">Browse other events</ButtonLink>;
  return ticket.sale === "available" ? (
    <ButtonLink href={`/tickets/${ticket.id}`}>Buy it again</ButtonLink>
  ) : (
    <ButtonLink href={`/events/${event.slug}`}>Other tickets for this event</ButtonLink>
  );
}

/** A ticket in hand: nothing has to be done, and the evening is worth keeping. */
function WhatNow({ event }: Pick<OrderView, "event">) {
  const orders = (
    <ButtonLink variant="quiet" href="/orders">
      All my orders
    </ButtonLink>
  );
  if (event.cancelledAt) return orders;
  return (
    <div className="flex flex-wrap gap-4">
      <FileLink href={`${eventPath(event)}/calendar.ics`}>Add to calendar</FileLink>
      {orders}
    </div>
  );
}
