import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { closeDatabase } from "#db/client.ts";
import { developmentSecrets } from "#kernel/environment.ts";
import type { OrderId, UserId } from "#kernel/ids.ts";
import type { DomainEventData } from "#lib/domain-events/domain-events.ts";
import { closeWakeConnection } from "#lib/domain-events/wake-relay.ts";
import { createOrder } from "#lib/orders/create-order.ts";
import { settlePayment } from "#lib/payments/settle/settle-order.ts";
import { startPayment } from "#lib/payments/start/start-payment.ts";
import { settleStripeEvent } from "#lib/payments/stripe-events/settle-stripe-event.ts";
import { receiveStripeEvent } from "#lib/payments/stripe-events/receive-stripe-event.ts";
import { stripe } from "#lib/payments/stripe.ts";
import { plantMarket } from "../lock/plant-market.ts";
import { perSecond } from "../per-second.ts";
import type { Figure } from "../report-figures.ts";
import { startBareStripe } from "./bare-stripe.ts";

const purchases = 300;
const atOnce = 8;

type Purchase = { orderId: OrderId; buyerId: UserId };

/**
 * The processor time of a purchase, from the lock to paid, without its pages: the buyer pays and comes back, Stripe
 * delivers its webhooks, and the worker follows them up. Beside the time that the lock alone takes.
 */
export async function benchPurchase(databaseUrl: string): Promise<Figure[]> {
  const bare = await startBareStripe();
  Object.assign(process.env, {
    DATABASE_URL: databaseUrl,
    STRIPE_API_URL: bare.url,
    STRIPE_CALLS_PER_SECOND: "100000", // waiting costs processor time too, and is not the purchase's
  });
  const sql = postgres(databaseUrl, { max: 2, onnotice: () => {} });
  await purchase(sql, bare, 150); // warms up
  const { lock, start, settle, receive, follow, paid } = await purchase(sql, bare, purchases);
  if (paid !== purchases) throw new Error(`${paid} of ${purchases} were paid.`);
  await Promise.all([sql.end(), closeDatabase(), closeWakeConnection(), bare.stop()]);
  const part = (name: string, value: number, limit: number): Figure => {
    const besides = { besides: lock, besidesName: "the lock alone" };
    return { name, unit: "ms", value, ...besides, ratio: lock / value, limit };
  };
  return [
    part("CPU of a purchase", lock + start + settle + receive + follow, 0.09),
    part("… of opening the payment", start, 0),
    part("… of settling it", settle, 0),
    part("… of receiving its webhooks", receive, 0),
    part("… of following them up", follow, 0),
  ];
}

type Bare = Awaited<ReturnType<typeof startBareStripe>>;

async function purchase(sql: postgres.Sql, bare: Bare, count: number) {
  const market = await plantMarket(sql, count);
  const made: Purchase[] = [];
  const lock = await processorTime(count, async (index) => {
    const [ticketId, buyerId] = [market.tickets[index], market.buyers[index]];
    if (!ticketId || !buyerId) throw new Error("The market is too small.");
    const wish = { ticketId, ticketVersion: 1, requestKey: randomUUID() };
    made.push({ orderId: await createOrder(buyerId, wish), buyerId });
  });
  const each = (work: (one: Purchase) => Promise<unknown>) =>
    processorTime(count, async (index) => {
      const one = made[index];
      if (one) await work(one);
    });
  const start = await each(({ orderId, buyerId }) => startPayment(buyerId, { orderId }));
  const ids = await paymentsOf(sql, made);
  for (const id of ids) await bare.confirm(id);
  const settle = await each(({ orderId }) => settlePayment(orderId));
  const deliveries = (await bare.eventsAbout(ids)).map((event) => sign(JSON.stringify(event)));
  const perDelivery = await processorTime(deliveries.length, async (index) => {
    const delivery = deliveries[index];
    if (delivery) await receiveStripeEvent(delivery.payload, delivery.header);
  });
  const told = await sql<{ data: DomainEventData<"StripeEventReceived"> }[]>`
    select data from outbox where type = 'StripeEventReceived' and subject_id = any(${made.map(({ orderId }) => orderId)}::uuid[])`;
  const perEvent = await processorTime(told.length, async (index) => {
    const event = told[index];
    if (event) await settleStripeEvent(event.data);
  });
  const [row] = await sql<{ paid: number }[]>`
    select count(*)::int as paid from orders where status = 'completed' and id = any(${made.map(({ orderId }) => orderId)}::uuid[])`;
  const receive = (perDelivery * deliveries.length) / count;
  const follow = (perEvent * told.length) / count;
  return { lock, start, settle, receive, follow, paid: row?.paid ?? 0 };
}

async function paymentsOf(sql: postgres.Sql, made: Purchase[]): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select stripe_id as id from charges where order_id = any(${made.map(({ orderId }) => orderId)}::uuid[])`;
  return rows.map(({ id }) => id);
}

function sign(payload: string) {
  const secret = developmentSecrets.STRIPE_WEBHOOK_SECRET;
  return { payload, header: stripe().webhooks.generateTestHeaderString({ payload, secret }) };
}

/** Milliseconds of this process's processor time for each of `count`. */
async function processorTime(count: number, work: (index: number) => Promise<void>) {
  const before = process.cpuUsage();
  await perSecond(count, atOnce, work);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / count;
}
