import { eq } from "drizzle-orm";
import type Stripe from "stripe";
import { z } from "zod";
import { readClock } from "#db/clock.ts";
import { db } from "#db/client.ts";
import { charges, stripeEvents } from "#db/schema/payments.ts";
import { inTransaction } from "#db/transaction.ts";
import { environment } from "#kernel/environment.ts";
import { idSchema, type OrderId } from "#kernel/ids.ts";
import { recordDomainEvent } from "#lib/domain-events/record-domain-event.ts";

export type StoredStripeEvent = "stored" | "wrong-mode" | "too-early";

/** A PaymentIntent that is in our books gets there within moments; after a day it is somebody else's. */
const patienceSeconds = 24 * 60 * 60;

/**
 * Stores a genuine Stripe event once, however often it is delivered, and records the domain event that lets the
 * worker settle its order. `too-early`: its PaymentIntent is not in our books, yet or ever; Stripe is to try again.
 *
 * Refuses: `busy` when the database keeps it waiting.
 */
export async function storeStripeEvent(event: Stripe.Event): Promise<StoredStripeEvent> {
  if (event.livemode !== environment().STRIPE_SECRET_KEY.includes("_live_")) return "wrong-mode";
  const objectId = subjectOf(event);
  const orderId = objectId.startsWith("pi_") ? await orderOf(objectId) : null;
  const fresh = Date.now() / 1000 - event.created < patienceSeconds;
  const ofPayment = objectId.startsWith("pi_") && event.type !== "payment_intent.created";
  if (ofPayment && !orderId && fresh && !(await isSuperseded(event, objectId))) return "too-early";
  await keep(event, objectId, orderId);
  // failpoint: after-webhook-stored-before-answer
  return "stored";
}

/** The PaymentIntent an event is about; for an object without one, the object. */
function subjectOf(event: Stripe.Event): string {
  const object: Record<string, unknown> = { ...event.data.object };
  const subject = object["payment_intent"] ?? object["id"];
  return typeof subject === "string" ? subject : event.id;
}

async function orderOf(stripeId: string): Promise<OrderId | null> {
  const [charge] = await db()
    .select({ orderId: charges.orderId })
    .from(charges)
    .where(eq(charges.stripeId, stripeId));
  return charge?.orderId ?? null;
}

/** Its charge has another PaymentIntent: this one will never be in our books. */
async function isSuperseded({ data }: Stripe.Event, stripeId: string): Promise<boolean> {
  const { metadata }: { metadata?: unknown } = { metadata: null, ...data.object };
  const named = z.object({ charge_id: idSchema<"charge">() }).safeParse(metadata);
  if (!named.success) return false;
  const [charge] = await db()
    .select({ stripeId: charges.stripeId })
    .from(charges)
    .where(eq(charges.id, named.data.charge_id));
  return charge?.stripeId != null && charge.stripeId !== stripeId;
}

async function keep(event: Stripe.Event, objectId: string, orderId: OrderId | null): Promise<void> {
  const { id, type, livemode } = event;
  await inTransaction(
    async (tx) => {
      const at = await readClock(tx);
      const processedAt = orderId ? null : at; // without an order there is nothing to do about it
      const kept = await tx
        .insert(stripeEvents)
        .values({ id, type, objectId, livemode, receivedAt: at, processedAt })
        .onConflictDoNothing()
        .returning({ id: stripeEvents.id });
      if (kept.length === 0 || !orderId) return;
      await recordDomainEvent(tx, "StripeEventReceived", at, { orderId, stripeEventId: id, type });
    },
    { repeatable: true }, // the event's id is the primary key
  );
}
