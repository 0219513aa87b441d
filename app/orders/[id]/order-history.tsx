import { Timeline } from "#components/timeline.tsx";
import { listOrderHistory } from "#lib/orders/list-order-history.ts";
import type { OrderView } from "#lib/orders/find-orders.ts";
import { historyEntries } from "./history-entries.ts";

export async function OrderHistory({ order }: { order: OrderView }) {
  const history = await listOrderHistory(order.id);
  return (
    <section aria-labelledby="history-heading" className="print:hidden">
      <h2 id="history-heading" className="mb-4 text-2xl">
        What happened
      </h2>
      <Timeline entries={historyEntries(history)} />
    </section>
  );
}
