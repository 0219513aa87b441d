import { Moment } from "#components/moment.tsx";
import { formatMoney } from "#kernel/money.ts";
import type { OrderView } from "#lib/orders/find-orders.ts";

/** What a receipt has to say beside the ticket: which order, paid when, how much, and to whom. */
export function Receipt({ order }: { order: OrderView }) {
  if (order.status !== "completed" || !order.completedAt) return null;
  return (
    <section aria-labelledby="receipt-heading">
      <h2 id="receipt-heading" className="mb-4 text-2xl">
        Receipt
      </h2>
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2">
        <dt className="text-soft">Number</dt>
        <dd className="wrap-anywhere">{order.id}</dd>
        <dt className="text-soft">Paid</dt>
        <dd>
          {formatMoney({ amount: order.price, currency: order.currency })},{" "}
          <Moment at={order.completedAt} format="receipt" />
        </dd>
        <dt className="text-soft">Seller</dt>
        <dd className="wrap-anywhere" dir="auto">
          {order.sellerName}
        </dd>
      </dl>
    </section>
  );
}
