import { beforeAll, expect, test } from "vitest";
import { anOrder } from "#test/support/factories.ts";
import { comeToRest, livedInMarket } from "#test/support/lived-in-market.ts";
import { setClockRight } from "#test/support/movable-clock.ts";
import {
  brokenBy,
  type PlantedViolation,
  ofOrder,
  outboxRowOf,
} from "#test/support/planted-violation.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { jobQueue, useJobs } from "#test/support/use-jobs.ts";
import { useStripe } from "#test/support/use-stripe.ts";
import { deadLetters, unreadable } from "#worker/operators-queues.ts";
import { relayOutbox } from "#worker/relay-outbox.ts";

useDatabase();
useStripe();
useJobs();

/** A market at rest, apart from one order whose fifteen minutes have just begun. */
let market: Awaited<ReturnType<typeof livedInMarket>>;
beforeAll(async () => {
  market = await livedInMarket();
  await comeToRest();
  await setClockRight();
  await anOrder();
  await relayOutbox(jobQueue());
});

const passed = (seconds: number) =>
  `update testing.clock set ahead = make_interval(secs => ${seconds})`;

const violations: PlantedViolation[] = [
  {
    violation: "an order still live half a minute after its deadline",
    breaks: ["no-live-order-is-past-its-deadline"],
    plant: () => passed(900 + 31),
  },
  {
    violation: "an order still live a minute after its event was called off",
    breaks: ["no-live-order-is-for-a-called-off-event"],
    plant: () => `
      update events set cancelled_at = clock_timestamp() - interval '61 seconds'
      where id in (select t.event_id from tickets t join orders o on o.id = t.order_id where o.status = 'created')`,
  },
  {
    violation: "money taken for an order that ended",
    breaks: ["money-taken-for-nothing-is-refunded"],
    plant: ({ declined }) =>
      `insert into stripe_events (id, type, object_id, livemode, processed_at)
      values ('evt_taken', 'payment_intent.succeeded', '${declined.stripeId}', false, clock_timestamp())`,
  },
  {
    violation: "money taken for an order that ended, and its refund failed",
    breaks: ["money-taken-for-nothing-is-refunded"],
    plant: ({ refunded }) =>
      `update refunds set status = 'failed' where charge_id = '${refunded.chargeId}'`,
  },
  {
    violation: "money taken for an order that ended, and only part of it given back",
    breaks: ["money-taken-for-nothing-is-refunded"],
    plant: ({ refunded }) =>
      `update refunds set amount = amount - 1 where charge_id = '${refunded.chargeId}'`,
  },
  ...[deadLetters, unreadable].map((name) => ({
    violation: `a job given up on, in ${name}`,
    breaks: ["dead-letters-are-empty"],
    plant: () => `insert into pgboss.job (name, data) values ('${name}', '{}')`,
  })),
  {
    violation: "a Stripe event left unprocessed",
    breaks: ["the-inbox-is-processed"],
    plant: () => `update stripe_events set processed_at = null`,
  },
  {
    violation: "a domain event not relayed",
    breaks: ["the-outbox-is-relayed"],
    plant: ({ completed }) =>
      `update outbox set relayed_at = null where ${outboxRowOf(completed, "OrderCompleted")}`,
  },
  {
    violation: "a charge left open by an order that ended",
    breaks: ["no-charge-is-open-when-its-order-is-over"],
    plant: ({ cancelledWhilePaying }) =>
      `update charges set status = 'created' where ${ofOrder(cancelledWhilePaying)}`,
  },
];

test("nothing is broken before a violation is planted, nor a moment before an order is late", async () => {
  expect(await brokenBy("select 1", { atRest: true })).toEqual([]);
  expect(await brokenBy(passed(900 + 25), { atRest: true })).toEqual([]);
});

test.each(violations)("$violation is found", async ({ breaks, plant }) => {
  expect(await brokenBy(plant(market), { atRest: true })).toEqual(breaks.toSorted());
});

test("none of them is asked for while work is under way", async () => {
  for (const { plant } of violations)
    expect(await brokenBy(plant(market), { atRest: false })).toEqual([]);
});
