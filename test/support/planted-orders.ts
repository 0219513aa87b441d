import { randomUUID } from "node:crypto";
import { db } from "#db/client.ts";
import { orders } from "#db/schema/orders.ts";
import type { OrderStatus } from "#kernel/order-lifecycle.ts";
import { newId } from "#kernel/ids.ts";
import { aTicket, aUser } from "./factories.ts";

type Marks = Pick<
  typeof orders.$inferInsert,
  "cancelReason" | "cancelledAt" | "completedAt" | "paymentAuthorizedAt"
>;

const unmarked: Marks = {
  cancelReason: null,
  cancelledAt: null,
  completedAt: null,
  paymentAuthorizedAt: null,
};

/** The columns that go with each status, so that no check but the one under test can refuse. */
export const marksOf: Record<OrderStatus, Marks> = {
  created: unmarked,
  awaiting_payment: unmarked,
  completed: { ...unmarked, completedAt: new Date(), paymentAuthorizedAt: new Date() },
  cancelled: { ...unmarked, cancelReason: "buyer", cancelledAt: new Date() },
};

/** An order inserted straight into its table, past every command. For tests of the table's own rules. */
export async function plantOrder(given: Partial<typeof orders.$inferInsert> = {}) {
  const order = {
    id: newId<"order">(),
    userId: given.userId ?? (await aUser()),
    ticketId: given.ticketId ?? (await aTicket()).id,
    status: "created" as const,
    price: 4500,
    currency: "eur" as const,
    expiresAt: new Date(Date.now() + 900_000),
    requestKey: randomUUID(),
    ...marksOf[given.status ?? "created"],
    ...given,
  };
  await db().insert(orders).values(order);
  return order;
}
