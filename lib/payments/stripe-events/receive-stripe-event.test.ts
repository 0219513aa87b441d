import { eq, inArray } from "drizzle-orm";
import type Stripe from "stripe";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { stripeEvents } from "#db/schema/payments.ts";
import { developmentSecrets } from "#kernel/environment.ts";
import { newId } from "#kernel/ids.ts";
import { limitConcurrency } from "#kernel/limit-concurrency.ts";
import { anOrder } from "#test/support/factories.ts";
import { passTime } from "#test/support/movable-clock.ts";
import { chargesOf, only, orderRow, storyOf } from "#test/support/read-back.ts";
import { authorized, deliver, follow, now } from "#test/support/stripe-events.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { aPayment, moneyOf, payWith, sandbox, useStripe } from "#test/support/use-stripe.ts";
import { receiveStripeEvent } from "./receive-stripe-event.ts";
import { settleOrder } from "../settle/settle-order.ts";
import { startPayment } from "../start/start-payment.ts";
import { stripe } from "../stripe.ts";

useDatabase();
useStripe();

const kept = (event: { id: string }) =>
  db().select().from(stripeEvents).where(eq(stripeEvents.id, event.id));

test("a genuine one is kept, told to the worker, and marked once it was followed up", async () => {
  const { payment, event } = await authorized();
  expect(await deliver(event)).toBe("stored");
  expect(only(await kept(event))).toMatchObject({
    type: event.type,
    objectId: payment.stripeId,
    processedAt: null,
  });
  expect((await storyOf(payment.orderId)).at(-1)).toBe("StripeEventReceived");
  await follow(event, payment.orderId);
  expect((await orderRow(payment.orderId)).status).toBe("completed");
  expect(only(await kept(event)).processedAt).not.toBeNull();
});

test("fifty deliveries at once are one", async () => {
  const { payment, event } = await authorized();
  const receipts = await Promise.all(Array.from({ length: 50 }, () => deliver(event)));
  expect(new Set(receipts)).toEqual(new Set(["stored"]));
  expect(await kept(event)).toHaveLength(1);
  const told = (await storyOf(payment.orderId)).filter((type) => type === "StripeEventReceived");
  expect(told).toHaveLength(1);
});

test("what Stripe did not sign, or not now, or not for us, is forged, and nothing is kept", async () => {
  const { event } = await authorized();
  const payload = JSON.stringify(event);
  const secret = developmentSecrets.STRIPE_WEBHOOK_SECRET;
  const header = stripe().webhooks.generateTestHeaderString({ payload, secret });
  const receipts = [
    await deliver(event, "whsec_another"),
    await deliver(event, secret, now() - 301),
    await receiveStripeEvent(`${payload} `, header),
    await receiveStripeEvent(payload.replace("4500", "4501"), header),
    await receiveStripeEvent(payload, null),
    await receiveStripeEvent(payload, ""),
    await receiveStripeEvent(payload, "t=0,v1=0"),
    await receiveStripeEvent("not json", header),
    await receiveStripeEvent("", header),
  ];
  expect(new Set(receipts)).toEqual(new Set(["forged"]));
  expect(await kept(event)).toEqual([]);
});

test("a live Stripe event has no business with a test key", async () => {
  const { event } = await authorized();
  expect(await deliver({ ...event, livemode: true })).toBe("wrong-mode");
  expect(await kept(event)).toEqual([]);
});

test.each([
  ["without our metadata", { metadata: {} }, {}],
  ["of another app", { metadata: { charge_id: newId(), order_id: "7" } }, {}],
  ["of another app, by its own numbers", { metadata: { charge_id: "nonsense" } }, {}],
  ["of a connected account", {}, { account: "acct_1" }],
  ["of another app, as its charge", { object: "charge", id: "ch_1", metadata: {} }, {}],
  [
    "of another app, disputed",
    { object: "dispute", id: "dp_1", payment_intent: null, metadata: {} },
    {},
  ],
] as const)(
  "a payment %s is nobody's here: taken, not kept, not asked for again",
  async (_, of, by) => {
    const { event } = await authorized();
    const object = { ...event.data.object, id: "pi_unknown", ...of };
    const theirs = { ...event, id: `evt_${newId()}`, ...by, data: { object } };
    // The shape of a Stripe event whose PaymentIntent is somebody else's.
    expect(await deliver(theirs as unknown as Stripe.Event)).toBe("not-ours");
    expect(await kept(theirs)).toEqual([]);
  },
);

test("news of a payment beside the charge's own is kept and left alone; of one that may yet become its own, asked for again", async () => {
  const { payment, event } = await authorized();
  const about = (chargeId: string) =>
    // The shape of a Stripe event about another PaymentIntent.
    ({
      ...event,
      id: `evt_about_${chargeId}`,
      data: { object: { ...event.data.object, id: "pi_other", metadata: { charge_id: chargeId } } },
    }) as Stripe.Event;
  expect(await deliver(about(payment.chargeId))).toBe("stored");
  const { orderId, buyerId } = await anOrder();
  sandbox().addFault({ path: "/v1/payment_intents", before: "reset", times: null });
  await startPayment(buyerId, { orderId }).catch(() => {});
  expect(await deliver(about(only(await chargesOf(orderId)).id))).toBe("too-early");
  expect(await deliver(about("nonsense"))).toBe("not-ours");
});

test("a Stripe event of a kind we have no use for is kept and left alone", async () => {
  const { event } = await authorized();
  const other = {
    ...event,
    id: "evt_other",
    type: "customer.created",
    data: { object: { id: "cus_1" } },
  };
  expect(await deliver(other as unknown as Stripe.Event)).toBe("stored"); // as Stripe would send it
  expect(only(await kept(other))).toMatchObject({
    objectId: "cus_1",
    processedAt: expect.any(Date),
  });
});

test("what charge.* says of a payment is kept, and no job follows: payment_intent.* says it too", async () => {
  const { payment, event } = await authorized();
  const { latest_charge: charge } = await stripe().paymentIntents.retrieve(payment.stripeId, {
    expand: ["latest_charge"],
  });
  const news = { ...event, id: "evt_charge", type: "charge.succeeded", data: { object: charge } };
  expect(await deliver(news as unknown as Stripe.Event)).toBe("stored"); // as Stripe sends it
  expect(only(await kept(news)).processedAt).not.toBeNull();
  expect(await storyOf(payment.orderId)).not.toContain("StripeEventReceived");
});

test("while the secret is rolled, an event signed with both is genuine, whichever comes first", async () => {
  const { event } = await authorized();
  const payload = JSON.stringify(event);
  const sign = (secret: string) =>
    stripe().webhooks.generateTestHeaderString({ payload, secret, timestamp: now() });
  const both = [sign(developmentSecrets.STRIPE_WEBHOOK_SECRET), sign("whsec_another")].map(
    (header) => header.split(",")[1],
  );
  for (const signatures of [both, both.toReversed()])
    expect(await receiveStripeEvent(payload, [`t=${now()}`, ...signatures].join())).toBe("stored");
  expect(await kept(event)).toHaveLength(1);
});

test("two hours late, it completes what was paid in time", async () => {
  const { payment, event } = await authorized();
  await passTime(2 * 60 * 60);
  expect(await deliver(event)).toBe("stored");
  await follow(event, payment.orderId);
  expect((await orderRow(payment.orderId)).status).toBe("completed");
});

test("before the buyer is back from paying: the return finds the ticket sold, and changes nothing", async () => {
  const { payment, event } = await authorized();
  await deliver(event);
  await follow(event, payment.orderId);
  const sold = await orderRow(payment.orderId);
  await settleOrder(payment.orderId); // as the return page does
  expect(await orderRow(payment.orderId)).toEqual(sold);
  expect(moneyOf(payment.stripeId)).toEqual(["authorized", "captured"]);
});

test("out of order: old news of a decline after the news of success changes nothing", async () => {
  const payment = await aPayment();
  await payWith("pm_card_visa_chargeDeclined", payment.stripeId);
  await payWith("pm_card_visa", payment.stripeId);
  const { data } = await stripe().events.list({ limit: 100 });
  const ofPayment = data.filter(
    ({ data: { object } }) => "id" in object && object.id === payment.stripeId,
  );
  expect(ofPayment.map(({ type }) => type)).toContain("payment_intent.payment_failed");
  for (const event of ofPayment) {
    expect(await deliver(event)).toBe("stored"); // newest first
    await follow(event, payment.orderId);
    expect((await orderRow(payment.orderId)).status).toBe("completed");
  }
  expect(moneyOf(payment.stripeId)).toEqual(["declined", "authorized", "captured"]);
});

test("a storm of 10 000 deliveries is taken in, each event once", async () => {
  const { event } = await authorized();
  const inTurn = limitConcurrency(64);
  const ids = Array.from({ length: 200 }, (_, index) => `evt_storm_${index}`);
  const receipts = await Promise.all(
    Array.from({ length: 10_000 }, (_, index) =>
      inTurn(() => deliver({ ...event, id: ids[(index * 7919) % ids.length] ?? event.id })),
    ),
  );
  expect(new Set(receipts)).toEqual(new Set(["stored"]));
  const rows = await db().select().from(stripeEvents).where(inArray(stripeEvents.id, ids));
  expect(rows).toHaveLength(ids.length);
}, 120_000);

test("what is signed and yet no event is malformed, whatever is wrong with it, and nothing is kept", async () => {
  const { event } = await authorized();
  const sent: Record<string, unknown> = JSON.parse(JSON.stringify(event));
  const { data: _, ...withoutData } = sent;
  const before = await db().$count(stripeEvents);
  const object = { id: "pi_1\u0000", object: "payment_intent" };
  const malformed: object[] = [
    withoutData,
    { ...sent, data: null },
    { ...sent, data: {} },
    { ...sent, data: { object } },
    { ...sent, data: { object: { ...object, id: "re_1", payment_intent: "pi_1\u0000" } } },
    { ...sent, id: `${event.id}\u0000` },
    { ...sent, id: undefined },
    { ...sent, id: "" },
    { ...sent, id: "x".repeat(10_000) },
    { ...sent, type: "payment_intent.\u0000" },
    { ...sent, type: undefined },
    { ...sent, livemode: "false" },
    [],
  ];
  for (const each of malformed) expect(await deliver(each), JSON.stringify(each)).toBe("malformed");
  expect(await db().$count(stripeEvents)).toBe(before);
});
