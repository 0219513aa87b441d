import { desc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "#db/client.ts";
import { users } from "#db/schema/auth.ts";
import { events } from "#db/schema/events.ts";
import { orders } from "#db/schema/orders.ts";
import { charges, refunds } from "#db/schema/payments.ts";
import { tickets } from "#db/schema/tickets.ts";
import type { OrderId } from "#kernel/ids.ts";

const seller = alias(users, "seller");

/** An order with its people, its ticket and all of its money, for an operator; null when there is none. */
export async function findOrderForOperator(orderId: OrderId) {
  const [order] = await db()
    .select({
      id: orders.id,
      status: orders.status,
      cancelReason: orders.cancelReason,
      price: orders.price,
      currency: orders.currency,
      createdAt: orders.createdAt,
      expiresAt: orders.expiresAt,
      paymentAuthorizedAt: orders.paymentAuthorizedAt,
      ticketId: tickets.id,
      ticket: tickets.title,
      event: events.title,
      startsAt: events.startsAt,
      buyer: { id: users.id, name: users.name, email: users.email },
      seller: { id: seller.id, name: seller.name, email: seller.email },
    })
    .from(orders)
    .innerJoin(tickets, eq(tickets.id, orders.ticketId))
    .innerJoin(events, eq(events.id, tickets.eventId))
    .innerJoin(users, eq(users.id, orders.userId))
    .innerJoin(seller, eq(seller.id, tickets.userId))
    .where(eq(orders.id, orderId));
  if (!order) return null;
  const payments = await db()
    .select({
      id: charges.id,
      status: charges.status,
      amount: charges.amount,
      stripeId: charges.stripeId,
      failureCode: charges.failureCode,
      declines: charges.attempts,
      disputeStatus: charges.disputeStatus,
      settledAt: charges.settledAt,
      refund: refunds.status,
      stripeRefundId: charges.stripeRefundId,
    })
    .from(charges)
    .leftJoin(refunds, eq(refunds.chargeId, charges.id))
    .where(eq(charges.orderId, orderId))
    .orderBy(desc(charges.createdAt));
  return { ...order, payments };
}
