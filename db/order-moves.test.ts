import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { canMove } from "#lib/kernel/lifecycle.ts";
import { orderLifecycle } from "#lib/orders/order-lifecycle.ts";
import { marksOf, plantOrder } from "#lib/testing/planted-orders.ts";
import { useDatabase } from "#lib/testing/use-database.ts";
import { violationOf } from "#lib/testing/violations.ts";
import { db } from "./client.ts";
import { orders, type OrderStatus } from "./schema/orders.ts";

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
