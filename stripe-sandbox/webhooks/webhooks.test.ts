import Stripe from "stripe";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { type RunningSandbox, startSandbox } from "../start-sandbox.ts";
import { receiveWebhooks, type WebhookReceiver } from "../testing/receive-webhooks.ts";
import { pay, sdkFor } from "../testing/use-sandbox.ts";

const secret = "whsec_test_secret";
let sandbox: RunningSandbox;
let stripe: Stripe;
let receiver: WebhookReceiver;

beforeAll(async () => {
  receiver = await receiveWebhooks();
  sandbox = await startSandbox({ port: 0, webhook: { url: receiver.url, secret } });
  stripe = sdkFor(sandbox.port);
});
beforeEach(async () => {
  await vi.waitFor(() => expect(Object.keys(sandbox.state.deliveries)).toEqual([]));
  sandbox.reset();
  receiver.forget();
});
afterAll(async () => {
  await sandbox.stop();
  await receiver.stop();
});

const verify = (index: number) => {
  const webhook = receiver.received[index];
  return stripe.webhooks.constructEvent(webhook?.body ?? "", webhook?.signature ?? "", secret);
};
const received = (count: number) => vi.waitFor(() => expect(receiver.received).toHaveLength(count));

/** Three events: created, charge.succeeded, amount_capturable_updated. */
const payOnce = () => pay(stripe, "pm_card_visa", {});

test("every event arrives signed", async () => {
  const held = await payOnce();
  await received(3);
  const events = [0, 1, 2].map(verify);
  expect(events.map((event) => event.type).toSorted()).toEqual([
    "charge.succeeded",
    "payment_intent.amount_capturable_updated",
    "payment_intent.created",
  ]);
  const updated = events.find((event) => event.type === "payment_intent.amount_capturable_updated");
  expect(updated).toMatchObject({
    api_version: Stripe.API_VERSION,
    livemode: false,
    data: { object: { id: held.id, amount_capturable: 4500 } },
  });
  expect(receiver.received[0]?.userAgent).toBe("Stripe/1.0 (+https://stripe.com/docs/webhooks)");
  await vi.waitFor(async () =>
    expect((await stripe.events.list({ delivery_success: false })).data).toEqual([]),
  );
});

test("a snapshot does not change with its object", async () => {
  const held = await payOnce();
  await stripe.paymentIntents.cancel(held.id);
  const [event] = (await stripe.events.list({ type: "payment_intent.amount_capturable_updated" }))
    .data;
  expect(event).toMatchObject({ data: { object: { status: "requires_capture" } } });
});

test("is sent again, freshly signed, until 2xx", async () => {
  receiver.answerWith(500, 302);
  sandbox.addWebhookRule({
    types: ["charge.*", "payment_intent.amount_capturable_updated"],
    times: null,
    trouble: { kind: "drop" },
  });
  await payOnce();
  await received(1);
  sandbox.advanceClock(2);
  await received(2);
  expect(
    (await stripe.events.list({ delivery_success: false, type: "payment_intent.created" })).data,
  ).toHaveLength(1);
  sandbox.advanceClock(4);
  await received(3);
  expect(receiver.received.map(({ status }) => status)).toEqual([500, 302, 200]);
  expect([0, 1, 2].map((index) => verify(index).id)).toEqual(Array(3).fill(verify(0).id));
});

test("gives up after three days", async () => {
  receiver.answerWith(...Array<number>(100).fill(500));
  sandbox.addWebhookRule({
    types: ["charge.*", "payment_intent.amount_capturable_updated"],
    times: null,
    trouble: { kind: "drop" },
  });
  await payOnce();
  await received(1);
  for (let hours = 0; hours < 100 && Object.keys(sandbox.state.deliveries).length > 0; hours += 8) {
    const before = receiver.received.length;
    sandbox.advanceClock(8 * 3600);
    await vi.waitFor(() =>
      expect(
        receiver.received.length > before || Object.keys(sandbox.state.deliveries).length === 0,
      ).toBe(true),
    );
  }
  expect(sandbox.history().at(-1)).toMatchObject({ kind: "delivery", result: "gave-up" });
});

test("duplicates come with the same id", async () => {
  sandbox.addWebhookRule({
    types: ["payment_intent.created"],
    trouble: { kind: "duplicate", copies: 2 },
  });
  await payOnce();
  await received(5);
  const ids = receiver.received.map(({ body }) => JSON.parse(body).id);
  expect(new Set(ids).size).toBe(3);
});

test("a dropped event never comes, but can be listed", async () => {
  sandbox.addWebhookRule({ types: ["payment_intent.*"], times: null, trouble: { kind: "drop" } });
  await payOnce();
  await received(1);
  const lost = await stripe.events.list({ delivery_success: false });
  await vi.waitFor(async () =>
    expect((await stripe.events.list({ delivery_success: false })).data).toHaveLength(2),
  );
  expect(lost.data.map((event) => event.type)).toContain(
    "payment_intent.amount_capturable_updated",
  );
});

test("forged, stale and altered ones do not verify; the honest one follows", async () => {
  receiver.answerWith(400, 400, 400);
  sandbox.addWebhookRule({ types: ["payment_intent.created"], trouble: { kind: "forged" } });
  sandbox.addWebhookRule({ types: ["charge.succeeded"], trouble: { kind: "stale", seconds: 301 } });
  sandbox.addWebhookRule({
    types: ["payment_intent.amount_capturable_updated"],
    trouble: { kind: "tampered" },
  });
  await payOnce();
  await received(3);
  for (const index of [0, 1, 2]) expect(() => verify(index)).toThrow();
  sandbox.advanceClock(2);
  await received(6);
  for (const index of [3, 4, 5]) expect(() => verify(index)).not.toThrow();
});

test("pause holds everything back, flush sends it, storms repeat it", async () => {
  sandbox.pauseWebhooks();
  await payOnce();
  expect(Object.keys(sandbox.state.deliveries)).toHaveLength(3);
  await sandbox.flushWebhooks();
  expect(receiver.received).toHaveLength(3);
  sandbox.resumeWebhooks();
  expect(sandbox.stormWebhooks({ count: 10, perSecond: 1000 })).toBe(10);
  await received(13);
});

test("shuffled ones overtake each other", async () => {
  sandbox.addWebhookRule({ times: null, trouble: { kind: "shuffle", withinMs: 60_000, seed: 3 } });
  sandbox.pauseWebhooks();
  await payOnce();
  const due = Object.values(sandbox.state.deliveries).map(({ dueMs }) => dueMs);
  expect(due.toSorted((a, b) => a - b)).not.toEqual(due);
  sandbox.resumeWebhooks();
  sandbox.advanceClock(61);
  await received(3);
});
