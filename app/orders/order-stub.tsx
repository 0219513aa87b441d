import { StateBadge, type StateTone } from "#components/ui/state-badge.tsx";
import { TicketStub, type TicketStubState } from "#components/ticket-stub.tsx";
import { formatMoney } from "#lib/kernel/money.ts";
import type { OrderSeen } from "#lib/orders/find-orders.ts";

type OrderStubProps = { order: OrderSeen; href?: string; headingLevel?: 2 | 3 };

/** The ticket of an order, with how the order stands. */
export function OrderStub({ order, href, headingLevel }: OrderStubProps) {
  const { event, ticket, price, currency } = order;
  const [tone, words] = standing(order);
  return (
    <TicketStub
      eventTitle={event.title}
      ticketTitle={ticket.title}
      category={event.category}
      startsAt={event.startsAt}
      timeZone={event.timeZone}
      venue={event.venue}
      city={event.city}
      section={ticket.section}
      row={ticket.row}
      seat={ticket.seat}
      admits={ticket.admits}
      price={formatMoney({ amount: price, currency })}
      state={ticketStateOf(order)}
      yours={order.status === "completed"}
      note={<StateBadge tone={tone}>{words}</StateBadge>}
      {...{ href, headingLevel }}
    />
  );
}

function ticketStateOf({ status, lapsed, ticket }: OrderSeen): TicketStubState {
  if (status === "completed") return "sold";
  if (status !== "cancelled" && !lapsed) return "held";
  return ticket.free ? "available" : "sold";
}

function standing({
  status,
  lapsed,
  cancelReason,
  paymentAuthorizedAt,
}: OrderSeen): [StateTone, string] {
  if (status === "completed") return ["yours", "Paid"];
  if (lapsed || cancelReason === "expired") return ["gone", "Time ran out · you were not charged"];
  if (cancelReason === "payment_failed")
    return ["trouble", "Payment failed · you were not charged"];
  if (status === "cancelled") return ["gone", "Cancelled · you were not charged"];
  if (paymentAuthorizedAt) return ["held", "Your payment is being finished"];
  return ["held", status === "created" ? "Waiting for you to pay" : "Payment begun"];
}
