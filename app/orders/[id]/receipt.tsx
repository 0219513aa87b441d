import { OrderStub } from "#app/orders/order-stub.tsx";
import { orderStanding } from "#app/orders/order-standing.ts";
import { Moment } from "#components/moment.tsx";
import { PrintButton } from "#components/print-button.tsx";
import { Wordmark } from "#components/wordmark.tsx";
import { Written } from "#components/written.tsx";
import { formatMoney } from "#kernel/money.ts";
import { findCharge } from "#lib/payments/find-charge.ts";
import { cardInWords } from "./card-in-words.ts";
import type { OrderView } from "#lib/orders/find-orders.ts";
import { OwnedTicket } from "./owned-ticket.tsx";

/** The ticket of an order that is over. Once it was paid: what a receipt has to say beside it, and a way to print both. */
export async function Receipt({ order }: { order: OrderView }) {
  const isTheirs = orderStanding(order) === "yours";
  const stub = isTheirs ? (
    <OwnedTicket order={order} />
  ) : (
    <OrderStub order={order} headingLevel={2} />
  );
  const { completedAt, price, currency } = order;
  if (!completedAt) return stub;
  const charge = await findCharge(order.id);
  const card = charge && cardInWords(charge);
  return (
    <section aria-labelledby="receipt-heading" className="flex flex-col gap-8">
      <div className="hidden print:block">
        <Wordmark />
      </div>
      {stub}
      <div>
        <h2 id="receipt-heading" className="mb-4 text-2xl">
          Receipt
        </h2>
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-2 sm:gap-x-6">
          <dt className="text-soft">Number</dt>
          <dd className="wrap-anywhere">{order.id}</dd>
          <dt className="text-soft">Paid</dt>
          <dd>
            {formatMoney({ amount: price, currency })}, <Moment at={completedAt} format="receipt" />
          </dd>
          {card && (
            <>
              <dt className="text-soft">With</dt>
              <dd>{card}</dd>
            </>
          )}
          <dt className="text-soft">Seller</dt>
          <dd>
            <Written>{order.sellerName}</Written>
          </dd>
        </dl>
      </div>
      <PrintButton>Print the receipt</PrintButton>
    </section>
  );
}
