import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { canMove } from "#kernel/lifecycle.ts";
import { orderLifecycle } from "#kernel/order-lifecycle.ts";
import { marksOf, plantOrder } from "#test/support/planted-orders.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { violationOf } from "#test/support/violations.ts";
import { db } from "./client.ts";
import { orders } from "#db/schema/orders.ts";
import type { OrderStatus } from "#kernel/order-lifecycle.ts";

useDatabase();

const statuses = Object.keys(orderLifecycle) as OrderStatus[]; // a Record's keys are its key type
const pairs = statuses.flatMap((from) => statuses.map((to) => ({ from, to })));

test.each(pairs)(
  "the database lets an order go from $from to $to if its lifecycle does",
  async ({ from, to }) => {
    const { id } = await plantOrder({ status: from });
    const move = db()
      .update(orders)
      .set({ status: to, ...marksOf[to] })
      .where(eq(orders.id, id));
    if (from === to || canMove(orderLifecycle, from, to)) await move;
    else expect(await violationOf(move)).toBe("order_moves_along_its_lifecycle");
  },
);
