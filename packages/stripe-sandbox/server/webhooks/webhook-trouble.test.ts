import { expect, test, vi } from "vitest";
import { aPayment, pay } from "#testing/use-sandbox.ts";
import { patience, useWebhooks } from "#testing/use-webhooks.ts";
import type { WebhookTrouble } from "../state/webhook-plan.ts";

const { tested, receiver, verify, received } = await useWebhooks();

/** Makes a PaymentIntent, whose one event meets this trouble. */
async function openWith(trouble: WebhookTrouble) {
  tested.sandbox.addWebhookRule({ trouble });
  return tested.stripe.paymentIntents.create({ ...aPayment, metadata: { order_id: "order-1" } });
}

const everything = async () => (await tested.stripe.events.list()).data;
const due = () => Object.values(tested.sandbox.state.deliveries).map(({ dueMs }) => dueMs);

test("duplicates come with the same id", async () => {
  await openWith({ kind: "duplicate", copies: 2 });
  await received(3);
  expect(new Set([0, 1, 2].map((index) => verify(index).id)).size).toBe(1);
});

test("fifty copies come at the same time", async () => {
  receiver.holdUntil(50);
  await openWith({ kind: "duplicate", copies: 49 });
  await received(50);
  await vi.waitFor(
    async () =>
      expect(await tested.stripe.events.list({ delivery_success: true })).toMatchObject({
        data: [{ id: verify(0).id }],
      }),
    patience,
  );
  expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
});

test("a dropped event never comes, but can be listed", async () => {
  await openWith({ kind: "drop" });
  tested.sandbox.advanceClock(3600);
  await tested.sandbox.flushWebhooks();
  expect(receiver.received).toEqual([]);
  expect(await tested.stripe.events.list({ delivery_success: false })).toMatchObject({
    data: [{ type: "payment_intent.created" }],
  });
});

test("a delayed one comes when it is due", async () => {
  await openWith({ kind: "delay", ms: 60_000 });
  tested.sandbox.advanceClock(50);
  expect(receiver.received).toEqual([]);
  tested.sandbox.advanceClock(11);
  await received(1);
});

test("shuffled ones overtake each other", async () => {
  const { sandbox, stripe } = tested;
  sandbox.addWebhookRule({ times: null, trouble: { kind: "shuffle", withinMs: 60_000, seed: 3 } });
  sandbox.pauseWebhooks();
  await pay(stripe, "pm_card_visa");
  expect(due().toSorted((a, b) => a - b)).not.toEqual(due());
  sandbox.resumeWebhooks();
  sandbox.advanceClock(61);
  await received(3);
});

test.each<WebhookTrouble>([
  { kind: "forged" },
  { kind: "tampered" },
  { kind: "stale", seconds: 301 },
])("$kind does not verify; the genuine one follows", async (trouble) => {
  receiver.answerWith(400);
  await openWith(trouble);
  await received(1);
  expect(() => verify(0)).toThrow(/No signatures found|Timestamp outside/);
  await vi.waitFor(() => expect(due()[0]).toBeGreaterThan(Date.now()), patience);
  tested.sandbox.advanceClock(2);
  await received(2);
  expect(verify(1).type).toBe("payment_intent.created");
});

test("a message of an older version verifies, and says its version", async () => {
  receiver.answerWith(400);
  const created = await openWith({ kind: "older-version" });
  await received(1);
  expect(verify(0)).toMatchObject({
    api_version: "2025-03-31.basil",
    data: { object: { id: created.id } },
  });
  await vi.waitFor(() => expect(due()[0]).toBeGreaterThan(Date.now()), patience);
  tested.sandbox.advanceClock(2);
  await received(2);
  expect(verify(1).api_version).toBe(created.lastResponse.apiVersion);
});

/** The event that is listed, and the other one, which came beside it. */
async function genuineAndStranger() {
  await received(2);
  const listed = await everything();
  expect(listed).toHaveLength(1);
  const events = [verify(0), verify(1)];
  const genuine = events.find(({ id }) => id === listed[0]?.id);
  const stranger = events.find(({ id }) => id !== listed[0]?.id);
  expect(genuine).toMatchObject({ type: "payment_intent.created", livemode: false });
  return stranger;
}

test("one of live mode verifies, and says so", async () => {
  const created = await openWith({ kind: "wrong-livemode" });
  expect(await genuineAndStranger()).toMatchObject({
    livemode: true,
    type: "payment_intent.created",
    data: { object: { id: created.id } },
  });
});

test("one of a type that no SDK knows verifies", async () => {
  const created = await openWith({ kind: "unknown-type" });
  expect(await genuineAndStranger()).toMatchObject({
    livemode: false,
    type: "payment_intent.not_in_any_sdk_yet",
    data: { object: { id: created.id } },
  });
});

test("one of a foreign account is about a PaymentIntent of that account", async () => {
  const created = await openWith({ kind: "foreign" });
  const stranger = await genuineAndStranger();
  expect(stranger).toMatchObject({
    account: expect.stringMatching(/^acct_/),
    type: "payment_intent.created",
    data: { object: { id: expect.stringMatching(/^pi_/), amount: 4500, metadata: {} } },
  });
  expect(JSON.stringify(stranger)).not.toContain(created.id);
});

test("a foreign charge belongs to a foreign PaymentIntent", async () => {
  tested.sandbox.addWebhookRule({ types: ["charge.succeeded"], trouble: { kind: "foreign" } });
  const held = await pay(tested.stripe, "pm_card_visa");
  await received(4);
  const stranger = [0, 1, 2, 3].map((index) => verify(index)).find(({ account }) => account);
  expect(stranger).toMatchObject({
    data: { object: { object: "charge", payment_intent: expect.stringMatching(/^pi_/) } },
  });
  expect(JSON.stringify(stranger)).not.toContain(held.id);
  expect(JSON.stringify(stranger)).not.toContain(held.latest_charge);
});
