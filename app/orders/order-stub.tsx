import { stubFacts } from "#app/_parts/stub-facts.ts";
import { TicketStub, type TicketStubProps } from "#components/ticket-stub.tsx";
import type { OrderView } from "#lib/orders/find-orders.ts";
import { orderStanding, standings } from "./order-standing.ts";

type OrderStubProps = { order: OrderView } & Pick<
  TicketStubProps,
  "href" | "headingLevel" | "compact"
>;

/** The ticket of an order, and how that order stands: what became of the ticket since is not the order's. */
export function OrderStub({ order, ...stub }: OrderStubProps) {
  const { event, ticket, price, currency } = order;
  const { tone, word, free } = standings[orderStanding(order)];
  return (
    <TicketStub
      {...stubFacts(event, ticket, { amount: price, currency })}
      tone={tone}
      words={word}
      note={free && stub.href ? <p className="text-soft">You were not charged.</p> : undefined}
      {...stub}
    />
  );
}
