import { OrderStub } from "#app/orders/order-stub.tsx";
import { Countdown } from "#components/countdown.tsx";
import { formatEventDate } from "#components/event-dates.ts";
import { PriceLine } from "#components/price-line.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { environment } from "#kernel/environment.ts";
import { formatMoney } from "#kernel/money.ts";
import type { OrderView } from "#lib/orders/find-orders.ts";
import { findCharge } from "#lib/payments/find-charge.ts";
import { stripeForBrowser } from "#lib/web/stripe-origins.ts";
import { CancelForm } from "./cancel-form.tsx";
import { PayForm } from "./pay-form.tsx";
import { WaitForPayment } from "./wait-for-payment.tsx";

/** Stub and clock on one side, the card on the other. */
export async function Checkout({ order }: { order: OrderView }) {
  const price = formatMoney({ amount: order.price, currency: order.currency });
  return (
    <div className="grid gap-12 lg:grid-cols-[1fr_26rem]">
      <div className="flex flex-col gap-8">
        <OrderStub order={order} headingLevel={2} />
        {!order.paymentAuthorizedAt && (
          <Countdown
            remainingMs={order.remainingMs}
            totalMs={order.lockMs}
            measuredAt={order.at.getTime()}
            onElapsedHref={`/tickets/${order.ticket.id}`}
          />
        )}
        {!order.paymentAuthorizedAt && order.event.startsAt <= order.expiresAt && (
          <p className="text-sm text-soft">
            The event begins at{" "}
            {formatEventDate(order.event.startsAt, order.event.timeZone, "time")}: the ticket is
            held for you until then.
          </p>
        )}
      </div>
      <section aria-labelledby="pay-heading" className="flex flex-col gap-6">
        <h2 id="pay-heading" className="text-2xl">
          Your card
        </h2>
        <dl>
          <PriceLine label={order.ticket.title} price={price} />
          <PriceLine label="You pay" price={price} total />
        </dl>
        {order.paymentAuthorizedAt ? (
          <WaitForPayment orderId={order.id} />
        ) : (
          <Card order={order} price={price} />
        )}
      </section>
    </div>
  );
}

async function Card({ order, price }: { order: OrderView; price: string }) {
  const charge = await findCharge(order.id);
  const time = { remainingMs: order.remainingMs, measuredAt: order.at.getTime() };
  const left = environment().PAYMENT_ATTEMPTS - (charge?.attempts ?? 0);
  return (
    <>
      <div className="without-script">
        <Notice tone="information">
          Entering a card needs JavaScript: it goes straight to Stripe, never to us. Turn it on and
          reload this page. The ticket stays yours meanwhile.
        </Notice>
      </div>
      <PayForm
        orderId={order.id}
        amount={order.price}
        currency={order.currency}
        price={price}
        attemptsLeft={charge && charge.attempts > 0 ? left : null}
        {...time}
        {...stripeForBrowser()}
      />
      <CancelForm orderId={order.id} {...time} />
    </>
  );
}
