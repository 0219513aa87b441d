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

useDatabase();
useStripe();
useJobs();

let market: Awaited<ReturnType<typeof livedInMarket>>;
beforeAll(async () => {
  market = await livedInMarket();
});

const violations: PlantedViolation[] = [
  {
    violation: "a price changed while somebody buys",
    breaks: ["a-live-order-costs-what-its-ticket-costs"],
    plant: ({ created }) => `update tickets set price = price + 1 where ${ofOrder(created)}`,
  },
  {
    violation: "a currency changed after the sale",
    breaks: ["a-live-order-costs-what-its-ticket-costs"],
    plant: ({ completed }) => `update tickets set currency = 'jpy' where ${ofOrder(completed)}`,
  },
  {
    violation: "an order without its OrderCreated",
    breaks: ["each-status-has-its-domain-event"],
    plant: ({ created }) => `delete from outbox where ${outboxRowOf(created, "OrderCreated")}`,
  },
  {
    violation: "an order that never was",
    breaks: ["each-status-has-its-domain-event"],
    plant: ({ cancelled }) => `delete from orders where ${idOf(cancelled)}`,
  },
  {
    violation: "a status moved without a word",
    breaks: ["each-status-has-its-domain-event"],
    plant: ({ created }) => `update orders set status = 'awaiting_payment' where ${idOf(created)}`,
  },
  {
    violation: "an order cancelled for another reason than its domain event says",
    breaks: ["each-status-has-its-domain-event"],
    plant: ({ cancelled }) =>
      `update orders set cancel_reason = 'payment_failed' where ${idOf(cancelled)}`,
  },
  {
    violation: "a sale recorded twice",
    breaks: ["each-status-has-its-domain-event", "what-happens-together-is-written-together"],
    plant: ({ completed }) => copied("outbox", outboxRowOf(completed, "OrderCompleted")),
  },
  {
    violation: "a payment awaited before there was an order",
    breaks: ["statuses-move-along-the-table"],
    plant: ({ completed }) =>
      `update outbox set occurred_at = occurred_at - interval '1 hour'
      where ${outboxRowOf(completed, "OrderAwaitingPayment")}`,
  },
  {
    violation: "a buyer other than its domain events say",
    breaks: ["an-order-is-what-its-domain-events-say"],
    plant: ({ created, cancelled }) =>
      `update orders set user_id = '${cancelled.buyerId}' where ${idOf(created)}`,
  },
  {
    violation: "a deadline other than its domain event says",
    breaks: ["an-order-is-what-its-domain-events-say"],
    plant: ({ created }) =>
      `update orders set expires_at = expires_at + interval '1 hour' where ${idOf(created)};
      update tickets set locked_until = locked_until + interval '1 hour' where ${ofOrder(created)}`,
  },
  {
    violation: "an order cancelled at another time than its domain event says",
    breaks: ["an-order-is-what-its-domain-events-say"],
    plant: ({ cancelled }) =>
      `update orders set cancelled_at = cancelled_at + interval '1 second' where ${idOf(cancelled)}`,
  },
  ...["OrderCreated", "OrderAwaitingPayment", "OrderCompleted", "ChargeCompleted"].map((type) => ({
    violation: `${type} written by another transaction than the rest of it`,
    breaks: ["what-happens-together-is-written-together"],
    plant: ({ completed }: typeof market) =>
      `update outbox set xid = '1' where ${outboxRowOf(completed, type)}`,
  })),
  {
    violation: "a ticket unlocked by another transaction than the one that ended its order",
    breaks: ["what-happens-together-is-written-together"],
    plant: ({ lapsed }) =>
      `update outbox set xid = '1' where ${outboxRowOf(lapsed, "OrderExpired")}`,
  },
  {
    violation: "an order lapsed a moment before its deadline",
    breaks: ["no-order-lapses-before-its-deadline"],
    plant: ({ lapsed }) =>
      `update orders set cancelled_at = expires_at - interval '1 millisecond' where ${idOf(lapsed)};
      update outbox set occurred_at = cancelled_at
      from orders where orders.id = subject_id and ${outboxRowOf(lapsed, "OrderExpired")}`,
  },
  {
    violation: "a seller who buys their own ticket",
    breaks: ["nobody-buys-their-own-ticket"],
    plant: ({ cancelled }) =>
      `update tickets set user_id = '${cancelled.buyerId}' where id = '${cancelled.ticketId}'`,
  },
  {
    violation: "more refunded than was taken",
    breaks: ["no-more-is-refunded-than-was-taken"],
    plant: ({ completed }) => refundOf(completed.chargeId, "amount + 1", "succeeded"),
  },
  {
    violation: "a refund of what was never submitted to Stripe",
    breaks: ["no-more-is-refunded-than-was-taken"],
    plant: ({ declined }) =>
      `update charges set stripe_id = null where ${ofOrder(declined)};
      ${refundOf(declined.chargeId, "amount", "pending")}`,
  },
  {
    violation: "two refunds of one charge",
    breaks: ["one-refund-per-charge"],
    plant: ({ completed }) =>
      `alter table refunds drop constraint one_refund_per_charge;
      ${refundOf(completed.chargeId, "amount", "succeeded")}
      ${refundOf(completed.chargeId, "amount", "failed")}`,
  },
  {
    violation: "one refund that counts for two charges",
    breaks: ["one-refund-per-charge"],
    plant: ({ completed, declined }) =>
      `alter table charges drop constraint one_charge_per_stripe_refund;
      update charges set stripe_refund_id = 're_shared'
        where id in ('${completed.chargeId}', '${declined.chargeId}')`,
  },
  {
    violation: "a refund without its ChargeRefunded",
    breaks: ["one-refund-per-charge"],
    plant: ({ refunded }) => `delete from outbox where ${outboxRowOf(refunded, "ChargeRefunded")}`,
  },
  {
    violation: "a refund that our books forgot",
    breaks: ["one-refund-per-charge"],
    plant: ({ refunded }) =>
      `update charges set stripe_refund_id = null where ${ofOrder(refunded)}`,
  },
  {
    violation: "a refund recorded twice",
    breaks: ["one-refund-per-charge"],
    plant: ({ refunded }) => copied("outbox", outboxRowOf(refunded, "ChargeRefunded")),
  },
  {
    violation: "a second refund though the first one stands",
    breaks: ["one-refund-per-charge"],
    plant: ({ refunded }) =>
      `${copied("outbox", outboxRowOf(refunded, "ChargeRefunded"), `'occurred_at', clock_timestamp(), 'data', data || '{"stripeRefundId": "re_2"}'`)}
      update charges set stripe_refund_id = 're_2' where ${ofOrder(refunded)}`,
  },
  {
    violation: "a live Stripe event among those of a test",
    breaks: ["test-and-live-never-mix"],
    plant: () =>
      `insert into stripe_events (id, type, object_id, livemode)
      values ('evt_live', 'payment_intent.created', 'pi_live', true)`,
  },
];

function refundOf(chargeId: string, amount: string, status: string) {
  return `insert into refunds (id, charge_id, status, reason, amount, currency)
    select gen_random_uuid(), id, '${status}', 'operator', ${amount}, currency
    from charges where id = '${chargeId}';`;
}

test.each(violations)("$violation is found", async ({ breaks, plant }) => {
  expect(await brokenBy(plant(market), { atRest: false })).toEqual(breaks.toSorted());
});
