import { Timeline } from "#components/timeline.tsx";
import { listOrderHistory } from "#lib/orders/list-order-history.ts";
import type { OrderView } from "#lib/orders/find-orders.ts";
import type { DomainEventType } from "#lib/domain-events/domain-events.ts";

/** What a buyer reads for each domain event of their order. The others are internal and not shown. */
const titles: Partial<Record<DomainEventType, string>> = {
  OrderCreated: "Ticket locked for you",
  OrderAwaitingPayment: "Payment begun",
  OrderCompleted: "Paid: the ticket is yours",
  OrderCancelled: "Order cancelled",
  OrderExpired: "Time ran out",
};

export async function OrderHistory({ order }: { order: OrderView }) {
  const history = await listOrderHistory(order.id);
  const entries = history.flatMap(({ at, type }) =>
    titles[type] ? [{ at, title: titles[type] }] : [],
  );
  return (
    <section aria-labelledby="history-heading">
      <h2 id="history-heading" className="mb-4 text-2xl">
        What happened
      </h2>
      <Timeline entries={entries} />
    </section>
  );
}
