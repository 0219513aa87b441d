import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import postgres from "postgres";
import { expect, test } from "vitest";
import { anOrder, aTicket } from "#test/support/factories.ts";
import { cancelOrder } from "#lib/orders/cancel-order.ts";
import { comeToRest, livedInMarket } from "#test/support/lived-in-market.ts";
import { orderRow } from "#test/support/read-back.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { useJobs } from "#test/support/use-jobs.ts";
import { useStripe } from "#test/support/use-stripe.ts";
import { checkInvariants, invariants } from "./check-invariants.ts";

const database = useDatabase();
useStripe();
useJobs();

test("every invariant says its truth in a sentence of its own", () => {
  for (const { truth } of invariants) expect(truth).toMatch(/^[A-Z].*\.$/);
  expect(new Set(invariants.map(({ truth }) => truth)).size).toBe(invariants.length);
});

test("every invariant is broken by a violation that one of the tests plants", () => {
  const tests = readdirSync(import.meta.dirname).filter((file) =>
    file.endsWith(".violations.test.ts"),
  );
  const sources = tests.map((file) => readFileSync(path.join(import.meta.dirname, file), "utf8"));
  const broken = new Set(
    sources
      .join()
      .match(/breaks: \[[^\]]*\]/g)
      ?.join()
      .match(/[a-z]+(-[a-z]+)+/g),
  );
  expect(invariants.map(({ name }) => name).filter((name) => !broken.has(name))).toEqual([]);
});

test("nothing is broken where everything that can become of an order has become of one", async () => {
  const { completed, created, awaitingPayment, uncleared, lapsed } = await livedInMarket();
  const orders = [completed, created, awaitingPayment, uncleared, lapsed];
  const rows = await Promise.all(orders.map(({ orderId }) => orderRow(orderId)));
  expect(rows.map(({ status }) => status)).toEqual([
    "completed",
    "created",
    "awaiting_payment",
    "created",
    "cancelled",
  ]);
  expect(await checkInvariants(database.url, { atRest: false })).toEqual([]);
  await comeToRest();
  expect(await checkInvariants(database.url, { atRest: true })).toEqual([]);
});

test("nothing looks broken while orders come and go", async () => {
  const { id: ticketId } = await aTicket();
  const bought = new AbortController();
  const buyers = (async () => {
    for (let round = 0; round < 20; round += 1) {
      const order = await anOrder({ ticketId });
      await cancelOrder(order.buyerId, order);
    }
    bought.abort();
  })();
  while (!bought.signal.aborted)
    expect(await checkInvariants(database.url, { atRest: false })).toEqual([]);
  await buyers;
});

test("says what is broken, shows at most twenty rows of it, and reads on the connection it is given", async () => {
  const sql = postgres(database.url, { max: 1 });
  await sql`insert into stripe_events (id, type, object_id, livemode)
    select 'evt_live_' || n, 'payment_intent.created', 'pi_live', n % 2 = 0 from generate_series(1, 50) as n`;
  const broken = await checkInvariants(sql, { atRest: true });
  await sql.end();
  expect(broken.map(({ name, rows }) => [name, rows.length])).toEqual([
    ["test-and-live-never-mix", 2],
    ["the-inbox-is-processed", 20],
    ["the-outbox-is-relayed", 20],
  ]);
  expect(broken[0]?.truth).toBe("Stripe events are all live or all test.");
});
