import Stripe from "stripe";
import { expect, test, vi } from "vitest";
import { aPayment, pay } from "#testing/use-sandbox.ts";
import { patience, useWebhooks, webhookSecret } from "#testing/use-webhooks.ts";

const { tested, receiver, verify, received } = await useWebhooks();

/** Three events: created, charge.succeeded, amount_capturable_updated. */
const payOnce = () => pay(tested.stripe, "pm_card_visa");
/** One event: created. */
const open = () => tested.stripe.paymentIntents.create(aPayment);

const onTheirWay = () => Object.keys(tested.sandbox.state.deliveries).length;
const results = () =>
  tested.sandbox.history().flatMap((entry) => (entry.kind === "delivery" ? [entry.result] : []));
const delivered = async (success: boolean) =>
  (await tested.stripe.events.list({ delivery_success: success })).data.map(({ type }) => type);

test("every event arrives signed", async () => {
  const held = await payOnce();
  await received(3);
  const events = [0, 1, 2].map((index) => verify(index));
  expect(events.map((event) => event.type).toSorted()).toEqual([
    "charge.succeeded",
    "payment_intent.amount_capturable_updated",
    "payment_intent.created",
  ]);
  const updated = events.find((event) => event.type === "payment_intent.amount_capturable_updated");
  expect(updated).toMatchObject({
    api_version: Stripe.API_VERSION,
    livemode: false,
    pending_webhooks: 1,
    data: { object: { id: held.id, amount_capturable: 4500 } },
  });
  expect(receiver.received[0]?.userAgent).toBe("Stripe/1.0 (+https://stripe.com/docs/webhooks)");
  await vi.waitFor(async () => expect(await delivered(false)).toEqual([]), patience);
});

test("a snapshot does not change with its object", async () => {
  const { stripe } = tested;
  const held = await payOnce();
  await stripe.paymentIntents.cancel(held.id);
  const [event] = (await stripe.events.list({ type: "payment_intent.amount_capturable_updated" }))
    .data;
  expect(event).toMatchObject({ data: { object: { status: "requires_capture" } } });
});

test("names the request it came from", async () => {
  const { stripe } = tested;
  const created = await stripe.paymentIntents.create(aPayment, { idempotencyKey: "order:1" });
  expect((await stripe.events.list()).data).toMatchObject([
    { request: { id: created.lastResponse.requestId, idempotency_key: "order:1" } },
  ]);
});

test("is sent again, later and later, until 2xx; a redirect is not followed", async () => {
  receiver.answerWith(500, 302, 404);
  await open();
  await received(1);
  for (const [seconds, attempts] of [
    [1, 2],
    [2, 3],
    [4, 4],
  ] as const) {
    await vi.waitFor(() => expect(results()).toHaveLength(attempts - 1), patience);
    expect(await delivered(false)).toEqual(["payment_intent.created"]);
    tested.sandbox.advanceClock(seconds);
    await received(attempts);
  }
  expect(receiver.received.map(({ status }) => status)).toEqual([500, 302, 404, 200]);
  expect(new Set([0, 1, 2, 3].map((index) => verify(index).id)).size).toBe(1);
  await vi.waitFor(
    async () => expect(await delivered(true)).toEqual(["payment_intent.created"]),
    patience,
  );
  expect(onTheirWay()).toBe(0);
});

test("a delivery that takes too long counts as failed", async () => {
  tested.sandbox.setWebhook({ url: receiver.url, secret: webhookSecret, timeoutMs: 50 });
  receiver.holdUntil(2);
  await open();
  await vi.waitFor(() => expect(results()).toEqual(["failed"]), patience);
  expect(await delivered(false)).toEqual(["payment_intent.created"]);
});

test("gives up after three days", async () => {
  receiver.answerWith(...Array<number>(100).fill(500));
  await open();
  await received(1);
  for (let hours = 0; hours < 100 && onTheirWay() > 0; hours += 8) {
    const before = results().length;
    tested.sandbox.advanceClock(8 * 3600);
    await vi.waitFor(
      () => expect(results().length > before || onTheirWay() === 0).toBe(true),
      patience,
    );
  }
  expect(results().at(-1)).toBe("gave-up");
  const [first, last] = [tested.sandbox.history()[0], tested.sandbox.history().at(-1)];
  const days = ((last?.at ?? 0) - (first?.at ?? 0)) / (24 * 3600);
  expect(days).toBeGreaterThan(2.5);
  expect(days).toBeLessThan(3.1);
  expect(await delivered(false)).toEqual(["payment_intent.created"]);
});

test("an endpoint taken away gets no further tries", async () => {
  receiver.answerWith(500);
  await open();
  await received(1);
  tested.sandbox.setWebhook(null);
  tested.sandbox.advanceClock(60);
  await vi.waitFor(() => expect(onTheirWay()).toBe(0), patience);
  expect(receiver.received).toHaveLength(1);
  expect(await delivered(false)).toEqual(["payment_intent.created"]);
});

test("pause holds everything back, flush sends it, storms repeat it", async () => {
  const { sandbox } = tested;
  sandbox.pauseWebhooks();
  await payOnce();
  expect(onTheirWay()).toBe(3);
  await sandbox.flushWebhooks();
  expect(receiver.received).toHaveLength(3);
  sandbox.resumeWebhooks();
  expect(sandbox.stormWebhooks({ count: 10, perSecond: 1000 })).toBe(10);
  await received(13);
});
