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
import { stripe } from "../stripe.ts";

export type Receipt = "stored" | "forged" | "wrong-mode" | "too-early";

/** After a day, a payment that nobody here knows is not going to become known. */
const patienceSeconds = 24 * 60 * 60;

/**
 * Takes in one webhook delivery: verifies it, keeps it once, and records that it came. What follows from it
 * follows in the worker. `too-early` means that its payment is not known here (yet): let Stripe try again.
 */
export async function receiveStripeEvent(
  rawBody: string,
  signature: string | null,
): Promise<Receipt> {
  const event = verify(rawBody, signature);
  return event ? storeStripeEvent(event) : "forged";
}

/** The same for a Stripe event that is known to be genuine: it was fetched from Stripe. */
export async function storeStripeEvent(event: Stripe.Event): Promise<Exclude<Receipt, "forged">> {
  if (event.livemode !== environment().STRIPE_SECRET_KEY.includes("_live_")) return "wrong-mode";
  const objectId = subjectOf(event);
  const orderId = objectId.startsWith("pi_") ? await orderOf(objectId) : null;
  const fresh = Date.now() / 1000 - event.created < patienceSeconds;
  const ofPayment = objectId.startsWith("pi_") && event.type !== "payment_intent.created";
  if (ofPayment && !orderId && fresh && !(await isSuperseded(event, objectId))) return "too-early";
  await keep(event, objectId, orderId);
  return "stored";
}

function verify(rawBody: string, signature: string | null): Stripe.Event | null {
  try {
    const { webhooks } = stripe();
    return webhooks.constructEvent(rawBody, signature ?? "", environment().STRIPE_WEBHOOK_SECRET);
  } catch {
    return null; // not signed by Stripe, or not now, or not for us
  }
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

/** Its charge has another PaymentIntent: of this one, nobody here will ever know more. */
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
      const processedAt = orderId ? null : at; // nothing here to do about it
      const kept = await tx
        .insert(stripeEvents)
        .values({ id, type, objectId, livemode, receivedAt: at, processedAt })
        .onConflictDoNothing()
        .returning({ id: stripeEvents.id });
      if (kept.length === 0 || !orderId) return;
      await recordDomainEvent(tx, "StripeEventReceived", at, { orderId, stripeEventId: id, type });
    },
    { repeatable: true },
  );
}
