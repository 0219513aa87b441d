import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { checkInvariants } from "#db/invariants/check-invariants.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { useStripe } from "#test/support/use-stripe.ts";
import { demoEvents } from "./demo-data.ts";
import { calledOffEvent, demoOrders, withdrawnFrom } from "./demo-orders.ts";
import { seed } from "./seed.ts";

const database = useDatabase();
useStripe();

test("the demo has an order and a ticket in each state there is, and keeps every invariant", async () => {
  expect(await seed()).toBe(true);
  expect(
    await standing("select status || coalesce(' ' || cancel_reason, '') as name from orders"),
  ).toEqual({
    completed: count("paid") + count("refunded"),
    created: count("held"),
    "cancelled expired": count("expired"),
    "cancelled buyer": count("cancelled"),
    "cancelled event_over": count("called-off"),
    "cancelled payment_failed": count("payment-failed"),
  });
  const ofTickets = `select case when sold_at is not null then 'sold' when withdrawn_at is not null then 'withdrawn'
    when order_id is not null then 'locked' else 'available' end as name from tickets`;
  expect(await standing(ofTickets)).toEqual({
    sold: count("paid") + count("refunded"),
    locked: count("held"),
    withdrawn: withdrawnFrom.length,
    available: expect.any(Number),
  });
  expect(await standing("select status as name from refunds")).toEqual({ succeeded: 1 });
  expect(await standing("select title as name from events where cancelled_at is not null")).toEqual(
    {
      [calledOffEvent]: 1,
    },
  );
  expect(await checkInvariants(database.url, { atRest: false })).toEqual([]);
  expect(await seed()).toBe(false);
}, 120_000); // six hundred commands, on a machine that may be busy

test("every order is for an event of the demo, and nobody pays for one that is called off", () => {
  const titles = new Set(demoEvents.map(({ title }) => title));
  for (const { event, goes } of demoOrders) {
    expect(titles).toContain(event);
    if (event === calledOffEvent) expect(goes).toBe("called-off");
  }
});

function count(goes: (typeof demoOrders)[number]["goes"]): number {
  return demoOrders.filter((order) => order.goes === goes).length;
}

/** How many rows there are of each name. */
async function standing(query: string): Promise<Record<string, number>> {
  const rows = await db().execute<{ name: string; count: number }>(
    sql.raw(`select name, count(*)::int as count from (${query}) as found group by name`),
  );
  return Object.fromEntries(rows.map(({ name, count: found }) => [name, found]));
}
