import { beforeAll, expect, test } from "vitest";
import { livedInMarket } from "#test/support/lived-in-market.ts";
import {
  brokenBy,
  copied,
  idOf,
  type PlantedViolation,
  ofOrder,
  outboxRowOf,
} from "#test/support/planted-violation.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { useJobs } from "#test/support/use-jobs.ts";
import { useStripe } from "#test/support/use-stripe.ts";

// One violation is planted at a time: exactly the invariants that it breaks find it.

useDatabase();
useStripe();
useJobs();

let market: Awaited<ReturnType<typeof livedInMarket>>;
beforeAll(async () => {
  market = await livedInMarket();
});

const violations: PlantedViolation[] = [
  {
    violation: "two live orders for one ticket",
    breaks: [
      "one-live-order-per-ticket",
      "a-live-order-holds-its-ticket",
      "each-status-has-its-domain-event",
    ],
    plant: ({ created, cancelled }) =>
      `drop index one_live_order_per_ticket;
      ${copied("orders", idOf(created), `'user_id', '${cancelled.buyerId}'`)}`,
  },
  {
    violation: "a live order whose ticket is free",
    breaks: ["a-live-order-holds-its-ticket"],
    plant: ({ created }) =>
      `update tickets set order_id = null, locked_until = null where ${ofOrder(created)}`,
  },
  {
    violation: "a ticket held by a cancelled order",
    breaks: ["what-holds-a-ticket-is-a-live-order-for-it"],
    plant: ({ cancelled }) =>
      `update tickets set order_id = orders.id, locked_until = expires_at
      from orders where tickets.id = orders.ticket_id and orders.${idOf(cancelled)}`,
  },
  {
    violation: "a ticket held by an order for another ticket",
    breaks: ["what-holds-a-ticket-is-a-live-order-for-it"],
    plant: ({ created, free }) =>
      `update tickets set order_id = orders.id, locked_until = expires_at
      from orders where tickets.id = '${free.id}' and orders.${idOf(created)}`,
  },
  {
    violation: "a lock that outlasts its order's deadline",
    breaks: ["a-hold-lasts-as-long-as-its-order"],
    plant: ({ created }) =>
      `update tickets set locked_until = locked_until + interval '1 hour' where ${ofOrder(created)}`,
  },
  {
    violation: "a lock that was not pinned when the card was authorised",
    breaks: ["a-hold-lasts-as-long-as-its-order"],
    plant: ({ authorized }) =>
      `update tickets set locked_until = expires_at
      from orders where orders.id = tickets.order_id and orders.${idOf(authorized)}`,
  },
  {
    violation: "a ticket sold by an order that is still live",
    breaks: ["sold-means-the-order-is-completed"],
    plant: ({ created }) =>
      `update tickets set sold_at = clock_timestamp() where ${ofOrder(created)}`,
  },
  {
    violation: "a completed order whose ticket is not sold",
    breaks: ["sold-means-the-order-is-completed"],
    plant: ({ completed }) => `update tickets set sold_at = null where ${ofOrder(completed)}`,
  },
  {
    violation: "a completed order without a payment",
    breaks: ["a-completed-order-was-paid-once-and-in-full"],
    plant: ({ completed }) => `update charges set status = 'failed' where ${ofOrder(completed)}`,
  },
  {
    violation: "a completed order paid for twice",
    breaks: ["a-completed-order-was-paid-once-and-in-full", "a-charge-belongs-to-its-order"],
    plant: ({ completed }) =>
      `drop index one_completed_charge_per_order;
      ${copied("charges", ofOrder(completed), `'stripe_id', 'pi_second'`)}`,
  },
  {
    violation: "a completed order paid for with less",
    breaks: ["a-completed-order-was-paid-once-and-in-full", "a-charge-belongs-to-its-order"],
    plant: ({ completed }) => `update charges set amount = amount - 1 where ${ofOrder(completed)}`,
  },
  {
    violation: "a card authorised a moment after the deadline",
    breaks: ["a-card-was-authorised-before-the-deadline"],
    plant: ({ completed }) =>
      `update orders set payment_authorized_at = expires_at + interval '1 millisecond' where ${idOf(completed)}`,
  },
  {
    violation: "an order completed without an authorised card",
    breaks: ["a-hold-lasts-as-long-as-its-order", "a-card-was-authorised-before-the-deadline"],
    plant: ({ completed }) =>
      `alter table orders drop constraint completed_after_authorization;
      update orders set payment_authorized_at = null where ${idOf(completed)}`,
  },
  {
    violation: "money kept for an order that is not completed",
    breaks: ["money-is-kept-only-for-a-completed-order"],
    plant: ({ cancelledWhilePaying }) =>
      `update charges set status = 'completed' where ${ofOrder(cancelledWhilePaying)}`,
  },
  {
    violation: "two charges with one PaymentIntent",
    breaks: ["a-payment-intent-belongs-to-one-charge"],
    plant: ({ declined, cancelledWhilePaying }) =>
      `alter table charges drop constraint one_charge_per_payment_intent;
      update charges set stripe_id = '${declined.stripeId}' where ${ofOrder(cancelledWhilePaying)}`,
  },
  {
    violation: "a charge completed without a PaymentIntent",
    breaks: ["a-payment-intent-belongs-to-one-charge", "news-of-a-payment-goes-to-its-order"],
    plant: ({ completed }) => `update charges set stripe_id = null where ${ofOrder(completed)}`,
  },
  {
    violation: "a charge whose amount was changed",
    breaks: ["a-charge-belongs-to-its-order"],
    plant: ({ declined }) => `update charges set amount = amount + 1 where ${ofOrder(declined)}`,
  },
  {
    violation: "a charge moved to another buyer's order",
    breaks: ["a-charge-belongs-to-its-order"],
    plant: ({ declined, lapsedWhilePaying }) =>
      `update charges set ${ofOrder(lapsedWhilePaying)} where id = '${declined.chargeId}';
      update charges set ${ofOrder(declined)} where id = '${lapsedWhilePaying.chargeId}'`,
  },
  {
    violation: "a Stripe event passed on to another order",
    breaks: ["news-of-a-payment-goes-to-its-order"],
    plant: ({ completed, declined }) =>
      `update outbox set subject_id = '${declined.orderId}' where ${outboxRowOf(completed, "StripeEventReceived")}`,
  },
  {
    violation: "a Stripe event deleted before ninety days were over",
    breaks: ["news-of-a-payment-goes-to-its-order"],
    plant: ({ completed }) => `delete from stripe_events where object_id = '${completed.stripeId}'`,
  },
];

test.each(violations)("$violation is found", async ({ breaks, plant }) => {
  expect(await brokenBy(plant(market), { atRest: false })).toEqual(breaks.toSorted());
});

test("Stripe events may be gone ninety days after they were passed on", async () => {
  const ago = `update outbox set occurred_at = occurred_at - interval '91 days'`;
  const plant = `${ago} where type = 'StripeEventReceived'; delete from stripe_events`;
  expect(await brokenBy(plant, { atRest: false })).toEqual([]);
});
