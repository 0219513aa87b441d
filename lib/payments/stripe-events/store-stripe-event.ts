import { eq, sql } from "drizzle-orm";
import type Stripe from "stripe";
import { z } from "zod";
import { databaseClock } from "#db/clock.ts";
import { db } from "#db/client.ts";
import { prepared } from "#db/prepared.ts";
import { charges, stripeEvents } from "#db/schema/payments.ts";
import { inTransaction } from "#db/transaction.ts";
import { environment } from "#kernel/environment.ts";
import { idSchema, type OrderId } from "#kernel/ids.ts";
import { report } from "#kernel/report.ts";
import { recordDomainEvent } from "#lib/domain-events/record-domain-event.ts";

export type StoredStripeEvent = "stored" | "not-ours" | "wrong-mode" | "too-early";

/** A PaymentIntent of ours gets into our books within moments; after a day the reconciler has seen to it. */
const patienceSeconds = 24 * 60 * 60;

/**
 * What an order may have to be settled for. What else Stripe says of a charge, or of a payment on its way, comes with
 * one of these or changes nothing; it is kept and costs no call.
 */
const settledFor: ReadonlySet<string> = new Set([
  "payment_intent.amount_capturable_updated",
  "payment_intent.succeeded",
  "payment_intent.payment_failed",
  "payment_intent.canceled",
  "charge.refunded",
  "charge.refund.updated",
  "refund.created",
  "refund.updated",
  "refund.failed",
  "charge.dispute.created",
  "charge.dispute.updated",
  "charge.dispute.closed",
  "charge.dispute.funds_withdrawn",
  "charge.dispute.funds_reinstated",
] satisfies Stripe.Event.Type[]);

/**
 * Stores a genuine Stripe event once, however often it is delivered, and records the domain event that lets the
 * worker settle its order. `too-early`: it is about a charge of ours whose PaymentIntent is not in our books yet;
 * Stripe is to try again. `not-ours`: about another app's payment or a connected account's; nothing is kept.
 *
 * Refuses: `busy` when the database keeps it waiting.
 */
export async function storeStripeEvent(event: Stripe.Event): Promise<StoredStripeEvent> {
  if (event.livemode !== environment().STRIPE_SECRET_KEY.includes("_live_")) return "wrong-mode";
  if (event.account) return "not-ours"; // a connected account's: no payment of ours is made there
  const subject = subjectOf(event);
  const orderId = await orderOf(subject.id);
  if (subject.isPayment && !orderId) {
    const named = await findNamedCharge(event);
    if (!named) return "not-ours";
    const fresh = Date.now() / 1000 - event.created < patienceSeconds;
    if (named.stripeId === null && settledFor.has(event.type) && fresh) return "too-early";
  }
  await keep(event, subject.id, settledFor.has(event.type) ? orderId : null);
  // failpoint: after-webhook-stored-before-answer
  return "stored";
}

/** Objects that belong to a payment, ours or another app's; some of other apps' name no PaymentIntent. */
const ofPayments: ReadonlySet<unknown> = new Set([
  "payment_intent",
  "charge",
  "refund",
  "dispute",
  "radar.early_fraud_warning",
]);

/** The PaymentIntent an event is about; for an object without one, the object. */
function subjectOf({ id, data }: Stripe.Event): { id: string; isPayment: boolean } {
  const object: Record<string, unknown> = { ...data.object };
  const payment = object["payment_intent"] ?? object["id"];
  const isPayment = ofPayments.has(object["object"]) || String(payment).startsWith("pi_");
  return { id: typeof payment === "string" ? payment : id, isPayment };
}

/** Whose payment a PaymentIntent is never changes, and its events come within seconds: the latest are remembered. */
const remembered = new Map<string, OrderId>();
const rememberedAtMost = 1000;

async function orderOf(stripeId: string): Promise<OrderId | null> {
  if (!stripeId.startsWith("pi_")) return null;
  const known = remembered.get(stripeId);
  if (known) return known;
  const [charge] = await selectOrderId(db(), { stripeId });
  if (!charge) return null;
  if (remembered.size >= rememberedAtMost) remembered.clear();
  remembered.set(stripeId, charge.orderId);
  return charge.orderId;
}

const selectOrderId = prepared((database) =>
  database
    .select({ orderId: charges.orderId })
    .from(charges)
    .where(eq(charges.stripeId, sql.placeholder("stripeId"))),
);

const insertStripeEvent = prepared((database) =>
  database
    .insert(stripeEvents)
    .values({
      id: sql.placeholder("id"),
      type: sql.placeholder("type"),
      objectId: sql.placeholder("objectId"),
      livemode: sql.placeholder("livemode"),
      receivedAt: databaseClock,
      processedAt: sql`case when not ${sql.placeholder("toDo")}::boolean then clock_timestamp() end`,
    })
    .onConflictDoNothing()
    .returning({ receivedAt: stripeEvents.receivedAt }),
);

const metadataSchema = z.object({ metadata: z.object({ charge_id: idSchema<"charge">() }) });

/** The charge of ours that a payment's metadata names: its row was there before Stripe was asked for the payment. */
async function findNamedCharge({
  data,
}: Stripe.Event): Promise<{ stripeId: string | null } | null> {
  const named = metadataSchema.safeParse(data.object);
  if (!named.success) return null;
  const [charge] = await db()
    .select({ stripeId: charges.stripeId })
    .from(charges)
    .where(eq(charges.id, named.data.metadata.charge_id));
  return charge ?? null;
}

async function keep(event: Stripe.Event, objectId: string, orderId: OrderId | null): Promise<void> {
  const { id, type, livemode } = event;
  const row = { id, type, objectId, livemode, toDo: orderId !== null };
  const isNew = orderId
    ? await inTransaction(
        async (tx) => {
          const [kept] = await insertStripeEvent(tx, row);
          const facts = { orderId, stripeEventId: id, type };
          if (kept) await recordDomainEvent(tx, "StripeEventReceived", kept.receivedAt, facts);
          return Boolean(kept);
        },
        { repeatable: true }, // the event's id is the primary key
      )
    : (await insertStripeEvent(db(), row)).length > 0;
  if (isNew && type === "radar.early_fraud_warning.created")
    report("warning", "a bank warns of fraud: an operator may refund before a dispute", {
      paymentIntentId: objectId,
    });
}
