import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { orderLifecycle, type OrderStatus } from "#kernel/order-lifecycle.ts";
import { isLapsed, isLive } from "#kernel/order-state.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { db } from "./client.ts";
import { lapsedOrder, liveOrder } from "./order-state.ts";

useDatabase();

const at = new Date("2026-11-22T20:15:00.000Z");
const off = (milliseconds: number) => new Date(at.getTime() + milliseconds);
const statuses = Object.keys(orderLifecycle) as OrderStatus[]; // a Record's keys are its key type
const situations = statuses.flatMap((status) =>
  [off(-1), at, off(1)].flatMap((expiresAt) =>
    [null, off(-60_000)].map((paymentAuthorizedAt) => ({ status, expiresAt, paymentAuthorizedAt })),
  ),
);

/** What the SQL twins say of an order that stands in no table. */
async function askDatabase(order: (typeof situations)[number]) {
  const moment = (date: Date | null) => sql`${date?.toISOString() ?? null}::timestamptz`;
  const [row] = await db().execute<{ live: boolean; lapsed: boolean }>(sql`
    select ${liveOrder} as live, ${lapsedOrder(moment(at))} as lapsed
    from (select ${order.status}::text as status, ${moment(order.expiresAt)} as expires_at,
      ${moment(order.paymentAuthorizedAt)} as payment_authorized_at) as orders`);
  return row;
}

test.each(situations)(
  "SQL and TypeScript agree on an order that is $status until $expiresAt, authorised $paymentAuthorizedAt",
  async (order) => {
    expect(await askDatabase(order)).toEqual({ live: isLive(order), lapsed: isLapsed(order, at) });
  },
);

test("the situations tell apart every answer there is", () => {
  const answers = new Set(situations.map((order) => `${isLive(order)} ${isLapsed(order, at)}`));
  expect([...answers].toSorted()).toEqual(["false false", "true false", "true true"]);
});
