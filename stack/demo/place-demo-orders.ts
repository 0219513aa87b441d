import { setTimeout as pause } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import Stripe from "stripe";
import { databaseClock } from "#db/clock.ts";
import { db } from "#db/client.ts";
import { events } from "#db/schema/events.ts";
import { charges } from "#db/schema/payments.ts";
import { tickets } from "#db/schema/tickets.ts";
import { environment } from "#kernel/environment.ts";
import type { OrderId, UserId } from "#kernel/ids.ts";
import { expireOrder } from "#lib/expiration/expire-order.ts";
import { cancelOrder } from "#lib/orders/cancel-order.ts";
import { createOrder } from "#lib/orders/create-order.ts";
import { refundOrder } from "#lib/payments/refunds/refund-order.ts";
import { settleOrder } from "#lib/payments/settle/settle-order.ts";
import { startPayment } from "#lib/payments/start/start-payment.ts";
import { stripe } from "#lib/payments/stripe.ts";
import { withdrawTicket } from "#lib/tickets/withdraw-ticket.ts";
import type { DemoPerson } from "./demo-data.ts";
import {
  calledOffEvent,
  demoCards,
  type DemoOrder,
  demoOrders,
  withdrawnFrom,
} from "./demo-orders.ts";

export type DemoPeople = Record<DemoPerson, UserId>;

/**
 * Orders in each state there is, and tickets sold, under way, withdrawn and called off: by the commands that people use.
 * Paid are only those that a sandbox takes the money for, which is nobody's.
 */
export async function placeDemoOrders(people: DemoPeople, canPay: boolean): Promise<void> {
  for (const title of withdrawnFrom) await withdrawLast(title);
  const expiring: OrderId[] = [];
  for (const [index, wish] of demoOrders.entries()) {
    if (!canPay && needsPayment.has(wish.goes)) continue;
    const place = () => placeOrder(wish, people[wish.buyer], index);
    if (wish.goes === "expired") expiring.push(await lockBriefly(place));
    else await place();
  }
  await pause(expiring.length > 0 ? briefly * 1000 : 0);
  for (const orderId of expiring) await expireOrder(orderId); // as the worker does, if it has not come first
}

const briefly = 1; // second

/** With short locks, in this process alone: an order expires when its lock ends, and at no other time. */
async function lockBriefly<T>(place: () => Promise<T>): Promise<T> {
  const env = environment();
  const { LOCK_SECONDS } = env;
  env.LOCK_SECONDS = briefly;
  try {
    return await place();
  } finally {
    env.LOCK_SECONDS = LOCK_SECONDS;
  }
}

const needsPayment = new Set<DemoOrder["goes"]>(["paid", "refunded", "payment-failed"]);

async function placeOrder(wish: DemoOrder, buyerId: UserId, index: number): Promise<OrderId> {
  const offered = await listOffered(wish.event);
  const ticket = offered.filter(({ sellerId }) => sellerId !== buyerId)[wish.nth];
  if (!ticket) throw new Error(`The demo has no ticket ${wish.nth} for ${wish.event}.`);
  const orderId = await createOrder(buyerId, {
    ticketId: ticket.id,
    ticketVersion: ticket.version,
    requestKey: requestKeyOf(index),
  });
  await follow(wish.goes, { buyerId, orderId, card: cardOf(wish, index) });
  return orderId;
}

function cardOf({ goes }: DemoOrder, index: number): string {
  if (goes === "payment-failed") return demoCards.isStolen;
  return index % 2 === 0 ? demoCards.pays : demoCards.paysToo;
}

type Placed = { buyerId: UserId; orderId: OrderId; card: string };

async function follow(goes: DemoOrder["goes"], { buyerId, orderId, card }: Placed): Promise<void> {
  switch (goes) {
    case "held":
    case "expired":
      return;
    case "cancelled":
      await cancelOrder(buyerId, { orderId });
      return;
    case "called-off":
      await callOff(calledOffEvent);
      await cancelOrder(buyerId, { orderId }); // as the worker does, if it has not come first
      return;
    case "paid":
    case "payment-failed":
      return pay(buyerId, orderId, card);
    case "refunded":
      await pay(buyerId, orderId, card);
      await refundOrder(orderId);
      return settleOrder(orderId);
  }
}

/** The tickets of an event that can be bought, as they were listed. */
async function listOffered(title: string) {
  return db()
    .select({ id: tickets.id, sellerId: tickets.userId, version: tickets.version })
    .from(tickets)
    .innerJoin(events, eq(events.id, tickets.eventId))
    .where(
      sql`${events.title} = ${title} and ${tickets.orderId} is null and ${tickets.withdrawnAt} is null`,
    )
    .orderBy(tickets.id);
}

/** What the buyer's browser does with a card, and what the worker does next. */
async function pay(buyerId: UserId, orderId: OrderId, card: string): Promise<void> {
  await startPayment(buyerId, { orderId });
  const [charge] = await db().select().from(charges).where(eq(charges.orderId, orderId));
  await stripe()
    .paymentIntents.confirm(charge?.stripeId ?? "", {
      payment_method: card,
      return_url: "http://localhost/", // asked for, and never gone to: none of the cards asks for 3-D Secure
    })
    .catch((error: unknown) => {
      if (!(error instanceof Stripe.errors.StripeCardError)) throw error;
    });
  await settleOrder(orderId);
}

async function withdrawLast(title: string): Promise<void> {
  const last = (await listOffered(title)).at(-1);
  if (last) await withdrawTicket(last.sellerId, { ticketId: last.id, version: last.version });
}

/** An operator's command for it comes later. */
async function callOff(title: string): Promise<void> {
  await db().update(events).set({ cancelledAt: databaseClock }).where(eq(events.title, title));
}

/** As a page would have made it, and the same each time. */
function requestKeyOf(index: number): string {
  return `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`;
}
