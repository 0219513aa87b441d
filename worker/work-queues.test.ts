import { expect, test } from "vitest";
import { newId } from "#kernel/ids.ts";
import { capturedLog } from "#test/support/captured-log.ts";
import { anOrder } from "#test/support/factories.ts";
import { passTime } from "#test/support/movable-clock.ts";
import { orderRow } from "#test/support/read-back.ts";
import { jobQueue, jobsAbout, useJobs } from "#test/support/use-jobs.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { aPayment, payWith, sandbox, useStripe } from "#test/support/use-stripe.ts";
import { waitFor } from "#stack/wait-for.ts";
import { isDeferred, subscriberNames } from "./queues.ts";
import { deadLetters } from "./operators-queues.ts";
import { workQueues } from "./work-queues.ts";

useDatabase();
useStripe(); // before anything reads where Stripe is
useJobs();

const completed = (data: object) => ({
  data: {
    id: newId(),
    type: "OrderCompleted",
    version: 1,
    occurredAt: new Date().toISOString(),
    data,
  },
});

async function stateOf(id: string, queue: string): Promise<string | undefined> {
  return (await jobsAbout(id)).find(({ name }) => name === queue)?.state;
}

test("a mail server may be down for a day: emails are tried for longer than that", async () => {
  const emails = subscriberNames.filter((name) => name.startsWith("mail-"));
  expect(emails).not.toEqual([]);
  for (const name of emails) {
    const queue = await jobQueue().getQueue(name);
    const { retryLimit = 0, retryDelayMax = 0 } = queue ?? {};
    // Each wait at least doubles up to the longest (pg-boss, plans.js): eleven short ones, then all alike.
    expect((retryLimit - 11) * (retryDelayMax ?? 0)).toBeGreaterThan(24 * 60 * 60);
  }
});

test("a job that always fails is retried and then kept among the dead letters; its neighbours are done", async () => {
  const boss = jobQueue();
  await boss.updateQueue("mail-ticket", { retryLimit: 2, retryDelay: 0, retryBackoff: false });
  const good = completed({
    orderId: newId(),
    ticketId: newId(),
    buyerId: newId(),
    price: 4500,
    currency: "eur",
  });
  const poison = completed({ nonsense: true });
  await boss.insert("mail-ticket", [poison, good]);
  await workQueues(boss);
  await waitFor(
    async () => (await stateOf(poison.data.id, deadLetters)) === "created",
    "the poison job to become a dead letter",
    20_000,
  );
  expect(await stateOf(poison.data.id, "mail-ticket")).toBe("failed");
  expect(await stateOf(good.data.id, "mail-ticket")).toBe("completed");
});

/** The job that ends an order, due now. */
const ending = (data: object) => {
  const at = new Date().toISOString();
  const terms = { price: 4500, currency: "eur", expiresAt: at };
  return {
    data: {
      id: newId(),
      type: "OrderCreated",
      version: 1,
      occurredAt: at,
      data: { ...data, ...terms },
    },
  };
};

test("locks that lapse together are ended together, and beside a job that makes no sense one by one", async () => {
  const boss = jobQueue();
  const orders = await Promise.all(Array.from({ length: 6 }, () => anOrder()));
  const [poison, ...rest] = [ending({ nonsense: true }), ...orders.map(ending)];
  await passTime(901);
  await boss.insert("expire-order", rest.slice(0, 3));
  await workQueues(boss);
  const areOver = async (some: typeof orders) => {
    const rows = await Promise.all(some.map(({ orderId }) => orderRow(orderId)));
    return rows.every(({ cancelReason }) => cancelReason === "expired");
  };
  await waitFor(() => areOver(orders.slice(0, 3)), "the first three to be ended", 20_000);
  expect(capturedLog).toEqual([]);
  await boss.insert("expire-order", [poison, ...rest.slice(3)]);
  await waitFor(() => areOver(orders.slice(3)), "the others to be ended", 20_000);
  const areDone = async () => {
    const states = await Promise.all(rest.map(({ data }) => stateOf(data.id, "expire-order")));
    return states.every((state) => state === "completed");
  };
  await waitFor(areDone, "their jobs to be completed", 10_000);
});

test("only what is due later is looked for by the clock", () => {
  expect(subscriberNames.filter(isDeferred)).toEqual(["expire-order"]);
});

test("while Stripe takes no more calls a job is put off with all of its tries, and nothing is failed", async () => {
  const boss = jobQueue();
  const payment = await aPayment();
  await payWith("pm_card_visa", payment.stripeId);
  const tooMany = { status: 429, code: "rate_limit" };
  sandbox().addFault({ path: "/v1/payment_intents/*", times: null, before: tooMany });
  const told = {
    id: newId(),
    type: "StripeEventReceived",
    version: 1,
    occurredAt: new Date().toISOString(),
    data: { orderId: payment.orderId, stripeEventId: "evt_1", type: "payment_intent.succeeded" },
  };
  await boss.insert("settle-stripe-event", [{ data: told }]);
  await workQueues(boss);
  const states = async () => (await jobsAbout(told.id)).map(({ state }) => state).toSorted();
  await waitFor(async () => (await states()).length === 2, "the job to be put off", 25_000);
  await waitFor(async () => (await states()).includes("completed"), "the first to be done", 5_000);
  expect(await states()).toEqual(["completed", "created"]);
}, 40_000);
