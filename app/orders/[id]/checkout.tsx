import { cookies } from "next/headers";
import { OrderStub } from "#app/orders/order-stub.tsx";
import { clockCookie, isClockHidden } from "#components/clock-choice.ts";
import { Countdown } from "#components/countdown.tsx";
import { formatEventDate } from "#components/event-dates.ts";
import { Notice } from "#components/ui/notice.tsx";
import { environment } from "#kernel/environment.ts";
import { formatMoney } from "#kernel/money.ts";
import type { OrderView } from "#lib/orders/find-orders.ts";
import { findCharge } from "#lib/payments/find-charge.ts";
import { stripeForBrowser } from "#lib/web/stripe-origins.ts";
import { PayForm } from "./pay-form.tsx";
import { WaitForPayment } from "./wait-for-payment.tsx";

/** Stub and clock on one side, the card on the other, in the columns of the order's page. On a phone one under the other, with Pay on the first screen. */
export function Checkout({ order }: { order: OrderView }) {
  return (
    <div className="grid gap-4 lg:contents">
      <div className="flex min-w-0 flex-col gap-2 lg:col-start-1 lg:row-start-1 lg:gap-8">
        <OrderStub order={order} headingLevel={2} compact />
        {!order.paymentAuthorizedAt && <Clock order={order} />}
      </div>
      <section
        aria-labelledby="pay-heading"
        className="flex min-w-0 flex-col gap-4 lg:col-start-2 lg:row-span-2 lg:row-start-1 lg:gap-6"
      >
        <h2 id="pay-heading" className="sr-only text-2xl lg:not-sr-only">
          Your card
        </h2>
        {order.paymentAuthorizedAt ? <WaitForPayment orderId={order.id} /> : <Card order={order} />}
      </section>
    </div>
  );
}

async function Clock({ order }: { order: OrderView }) {
  const { event, expiresAt } = order;
  const choice = (await cookies()).get(clockCookie)?.value;
  return (
    <>
      <Countdown
        remainingMs={order.remainingMs}
        totalMs={order.lockMs}
        measuredAt={order.at.getTime()}
        onElapsedHref={`/tickets/${order.ticket.id}`}
        hiddenAtFirst={isClockHidden(choice)}
      />
      {event.startsAt <= expiresAt && (
        <p className="text-sm text-soft">
          The event begins at {formatEventDate(event.startsAt, event.timeZone, "time")}: the ticket
          is held for you until then.
        </p>
      )}
    </>
  );
}

async function Card({ order }: { order: OrderView }) {
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
        price={formatMoney({ amount: order.price, currency: order.currency })}
        attemptsLeft={charge && charge.attempts > 0 ? left : null}
        {...time}
        {...stripeForBrowser()}
      />
    </>
  );
}
