import { StateBadge, type StateTone } from "#components/ui/state-badge.tsx";
import { eventOverWords } from "./event-over-words.ts";
import { stubFacts } from "#app/_parts/stub-facts.ts";
import {
  TicketStub,
  type TicketStubProps,
  type TicketStubState,
} from "#components/ticket-stub.tsx";
import type { OrderView } from "#lib/orders/find-orders.ts";

type OrderStubProps = { order: OrderView } & Pick<TicketStubProps, "href" | "headingLevel">;

/** The ticket of an order, and the state of that order. */
export function OrderStub({ order, ...stub }: OrderStubProps) {
  const { event, ticket, price, currency } = order;
  const [tone, words] = standing(order);
  return (
    <TicketStub
      {...stubFacts(event, ticket, { amount: price, currency })}
      state={ticketStateOf(order)}
      yours={order.status === "completed"}
      note={<StateBadge tone={tone}>{words}</StateBadge>}
      {...stub}
    />
  );
}

function ticketStateOf({ status, endedFor, ticket }: OrderView): TicketStubState {
  if (status === "completed") return "sold";
  return endedFor ? ticket.sale : "held";
}

function standing({
  status,
  endedFor,
  event,
  paymentAuthorizedAt,
}: OrderView): [StateTone, string] {
  if (status === "completed") return ["yours", "Paid"];
  switch (endedFor) {
    case "expired":
      return ["gone", "Time ran out · you were not charged"];
    case "payment_failed":
      return ["trouble", "Payment failed · you were not charged"];
    case "event_over":
      return ["gone", `The event ${eventOverWords(event)} · you were not charged`];
    case "buyer":
      return ["gone", "Cancelled · you were not charged"];
    case null:
  }
  if (paymentAuthorizedAt) return ["held", "Your payment is being finished"];
  return ["held", status === "created" ? "Waiting for you to pay" : "Payment begun"];
}
