import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { readClock } from "#db/clock.ts";
import { declines } from "#db/schema/payments.ts";
import { type ChargeId, newId, type OrderId, type UserId } from "#kernel/ids.ts";
import { refusalSentence } from "#kernel/refusal.ts";
import { cancelOrder } from "#lib/orders/cancel-order.ts";
import { anOrder, aUser } from "#test/support/factories.ts";
import { passTime } from "#test/support/movable-clock.ts";
import { chargesOf, only } from "#test/support/read-back.ts";
import { refusalOf } from "#test/support/refusals.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { aPayment, payWith, sandbox, useStripe } from "#test/support/use-stripe.ts";
import { settleOrder } from "../settle/settle-order.ts";
import { stripe } from "../stripe.ts";
import { hashOfAddress } from "#lib/rate-limit/keyed-hash.ts";
import { declineLimits, limitDeclines } from "./limit-declines.ts";
import { startPayment } from "./start-payment.ts";

useDatabase();
useStripe();

const { account, address, card } = declineLimits;
const declined = "pm_card_visa_chargeDeclinedInsufficientFunds";
const stadium = "203.0.113.7";
const elsewhere = "198.51.100.9";

beforeEach(() => db().delete(declines));

type Given = { userId?: UserId; address?: string; card?: string };
let anyCharge: ChargeId;
beforeEach(async () => {
  anyCharge = (await aPayment()).chargeId;
});

/** So many declines at this moment, as they are recorded. */
async function recorded(count: number, given: Given): Promise<void> {
  const userId = given.userId ?? (await aUser());
  const declinedAt = await readClock(db());
  const rows = Array.from({ length: count }, () => ({
    id: newId<"decline">(),
    chargeId: anyCharge,
    userId,
    address: hashOfAddress(given.address ?? elsewhere),
    card: given.card ?? randomUUID(),
    declinedAt,
  }));
  await db().insert(declines).values(rows);
}

const refusalFor = (userId: UserId, from = elsewhere) => refusalOf(limitDeclines(userId, from));

test("a decline is recorded once, with its buyer, the address and Stripe's fingerprint of the card, unreadable", async () => {
  const order = await anOrder();
  await startPayment(order.buyerId, order, stadium);
  const { chargeId, stripeId } = await chargeOf(order.orderId);
  await payWith(declined, stripeId);
  await settleOrder(order.orderId);
  await settleOrder(order.orderId);
  const row = only(await db().select().from(declines));
  expect(row).toMatchObject({ chargeId, userId: order.buyerId, address: hashOfAddress(stadium) });
  const { data } = await stripe().charges.list({ payment_intent: stripeId });
  const fingerprint = only(data).payment_method_details?.card?.fingerprint ?? "";
  expect(fingerprint).toMatch(/^\w{16}$/);
  expect(row.card).toMatch(/^[\w-]{43}$/);
  expect(JSON.stringify(row)).not.toContain(fingerprint);
  expect(JSON.stringify(row)).not.toContain("203.0");
});

test("where a payment was begun is forgotten when it is over, paid or not", async () => {
  const [paid, left] = [await anOrder(), await anOrder()];
  for (const each of [paid, left]) {
    await startPayment(each.buyerId, each, stadium);
    expect((await chargeOf(each.orderId)).startedFrom).toBe(hashOfAddress(stadium));
  }
  await payWith("pm_card_visa", (await chargeOf(paid.orderId)).stripeId);
  await cancelOrder(left.buyerId, left);
  for (const { orderId } of [paid, left]) {
    await settleOrder(orderId);
    expect((await chargeOf(orderId)).startedFrom).toBeNull();
  }
});

test("a 3-D Secure check that failed counts as well: its card stands beside the error, not on a charge", async () => {
  const { orderId, stripeId } = await aPayment();
  await payWith("pm_card_threeDSecure2Required", stripeId);
  sandbox().answerAuthentication(stripeId, "failed");
  await settleOrder(orderId);
  expect(only(await db().select().from(declines)).card).toMatch(/^[\w-]{43}$/);
});

async function chargeOf(orderId: OrderId) {
  const { id: chargeId, stripeId, startedFrom } = only(await chargesOf(orderId));
  if (!stripeId) throw new Error("The payment was not begun.");
  return { chargeId, stripeId, startedFrom };
}

test("one card is one card in everybody's hands, another is another", async () => {
  const cardOf = async (...cards: string[]) => {
    const { orderId, stripeId } = await aPayment();
    for (const each of cards) {
      await payWith(each, stripeId);
      await settleOrder(orderId);
    }
  };
  await cardOf(declined, declined);
  await cardOf(declined);
  await cardOf("pm_card_chargeDeclinedExpiredCard");
  const cards = (await db().select().from(declines)).map((row) => row.card);
  expect(cards).not.toContain(null);
  expect(cards).toHaveLength(4);
  expect(new Set(cards).size).toBe(2);
});

test("after ten declines of an account within a day nothing is asked of Stripe, and it says how long to wait", async () => {
  const buyerId = await aUser();
  await recorded(1, { userId: buyerId });
  await passTime(3600);
  await recorded(account.most - 2, { userId: buyerId });
  await limitDeclines(buyerId, elsewhere);
  await recorded(1, { userId: buyerId });
  const asked = sandbox().history().length;
  const refusal = await refusalFor(buyerId);
  expect(refusal).toMatchObject({ code: "too-many-declines", details: { counted: "account" } });
  expect(refusalSentence(refusal)).toContain("try again in 23 hours");
  expect(sandbox().history().length).toBe(asked);
  await limitDeclines(await aUser(), elsewhere); // nobody else waits
  await passTime(account.seconds - 3600 - 10);
  expect((await refusalFor(buyerId)).code).toBe("too-many-declines");
  await passTime(20);
  await limitDeclines(buyerId, elsewhere);
});

test("an address is wide, and whoever has paid here before is not kept out by neighbours", async () => {
  const [regular, stranger] = [await aPayment(), await aUser()];
  await payWith("pm_card_visa", regular.stripeId);
  await settleOrder(regular.orderId);
  await recorded(address.most - 1, { address: stadium });
  await limitDeclines(stranger, stadium);
  await recorded(1, { address: stadium });
  const refusal = await refusalFor(stranger, stadium);
  expect(refusal).toMatchObject({ code: "too-many-declines", details: { counted: "address" } });
  expect(refusalSentence(refusal)).toContain("use another connection");
  await limitDeclines(stranger, elsewhere);
  await limitDeclines(regular.buyerId, stadium);
  await passTime(address.seconds + 1);
  await limitDeclines(stranger, stadium);
});

test("a card that is tried again and again stops whoever tries it, and its owner for an hour at most", async () => {
  const [owner, bystander, stolen] = [await aUser(), await aUser(), randomUUID()];
  await recorded(1, { userId: owner, card: stolen });
  await limitDeclines(owner, elsewhere);
  await recorded(card.most - 1, { card: stolen });
  const refusal = await refusalFor(owner);
  expect(refusal).toMatchObject({ code: "too-many-declines", details: { counted: "card" } });
  expect(refusalSentence(refusal)).toMatch(/for (59|60) minutes/);
  await limitDeclines(bystander, elsewhere);
  for (let quarter = 1; quarter <= 4; quarter += 1) {
    await passTime(card.seconds / 4);
    await recorded(card.most, { card: stolen }); // the thief goes on
  }
  await limitDeclines(owner, elsewhere);
});
