import { and, eq } from "drizzle-orm";
import type Stripe from "stripe";
import { z } from "zod";
import { db } from "#db/client.ts";
import { charges } from "#db/schema/payments.ts";
import { inTransaction, type Tx } from "#db/transaction.ts";
import { type ChargeId, idSchema, newId, type OrderId, type UserId } from "#lib/kernel/ids.ts";
import { refuse } from "#lib/kernel/refusal.ts";
import { report } from "#lib/kernel/report.ts";
import { awaitPayment } from "#lib/orders/await-payment.ts";
import { type LockedOrder, lockOrder } from "#lib/orders/lock-order.ts";
import { recordDomainEvent } from "#lib/outbox/record-domain-event.ts";
import { createOnce } from "./create-once.ts";
import { isStripeUnreachable, stripe } from "./stripe.ts";

export const startPaymentInput = z.object({ orderId: idSchema<"order">() });

/**
 * Opens the payment of an order, or finds the one that is open, and returns the client secret with which
 * the browser confirms it. The charge is written before Stripe is called and Stripe's id before the secret
 * is given away: nobody can pay for something we do not know of.
 */
export async function startPayment(
  buyerId: UserId,
  { orderId }: z.output<typeof startPaymentInput>,
): Promise<{ clientSecret: string }> {
  const charge = await inTransaction((tx) => openCharge(tx, buyerId, orderId), {
    repeatable: true,
  });
  const paymentIntent = await createPaymentIntent(charge).catch((error: unknown) => {
    if (isStripeUnreachable(error)) return refuse("payment-provider-unreachable");
    throw error;
  });
  await storeStripeId(charge, paymentIntent.id);
  if (!paymentIntent.client_secret)
    throw new Error(`PaymentIntent ${paymentIntent.id} has no secret.`);
  return { clientSecret: paymentIntent.client_secret };
}

type OpenCharge = LockedOrder["order"] & { chargeId: ChargeId; stripeId: string | null };

async function openCharge(tx: Tx, buyerId: UserId, orderId: OrderId): Promise<OpenCharge> {
  const locked = await lockOrder(tx, orderId);
  if (!locked || locked.order.buyerId !== buyerId) return refuse("order-not-found");
  const { order, ticket, decidedAt } = locked;
  if (order.status === "completed") refuse("order-completed", { orderId });
  if (order.paymentAuthorizedAt) refuse("payment-being-finished");
  const over =
    order.status === "cancelled" || order.expiresAt <= decidedAt || ticket.heldBy !== orderId;
  if (over) refuse("order-over", { ticketId: order.ticketId });
  const [open] = await tx
    .select({ chargeId: charges.id, stripeId: charges.stripeId })
    .from(charges)
    .where(and(eq(charges.orderId, orderId), eq(charges.status, "created")));
  return { ...order, ...(open ?? (await createCharge(tx, locked))) };
}

async function createCharge(tx: Tx, locked: LockedOrder) {
  const { order, decidedAt } = locked;
  const chargeId = newId<"charge">();
  const money = { orderId: order.id, amount: order.price, currency: order.currency };
  await tx.insert(charges).values({ id: chargeId, ...money, createdAt: decidedAt });
  await recordDomainEvent(tx, "ChargeCreated", decidedAt, { chargeId, ...money });
  await awaitPayment(tx, locked, chargeId);
  return { chargeId, stripeId: null };
}

/** Asked twice, Stripe answers with the same PaymentIntent: the key is the charge's. */
function createPaymentIntent({ chargeId, stripeId, id, ticketId, price, currency }: OpenCharge) {
  if (stripeId) return stripe().paymentIntents.retrieve(stripeId);
  const wanted = {
    amount: price,
    currency,
    capture_method: "manual" as const,
    allowed_payment_method_types: ["card" as const],
    metadata: { order_id: id, ticket_id: ticketId, charge_id: chargeId },
  };
  return createOnce(
    `charge:${chargeId}`,
    (idempotencyKey) => stripe().paymentIntents.create(wanted, { idempotencyKey }),
    () => findRecentPaymentIntent(chargeId),
  );
}

/** An order lives for minutes, so what was made for it is among the latest. */
async function findRecentPaymentIntent(chargeId: ChargeId): Promise<Stripe.PaymentIntent | null> {
  const { data } = await stripe().paymentIntents.list({ limit: 100 });
  return data.find(({ metadata }) => metadata["charge_id"] === chargeId) ?? null;
}

async function storeStripeId(
  { chargeId, ticketId, stripeId }: OpenCharge,
  found: string,
): Promise<void> {
  if (stripeId) return;
  const stored = await db()
    .update(charges)
    .set({ stripeId: found })
    .where(and(eq(charges.id, chargeId), eq(charges.status, "created")))
    .returning({ id: charges.id });
  if (stored.length > 0) return;
  // The order ended while Stripe was being asked, and its charge was closed. Nobody has the secret; if it
  // cannot be let go now, the reconciler finds it.
  await stripe()
    .paymentIntents.cancel(found)
    .catch((error: unknown) =>
      report("warning", "a payment nobody can use was left open", { chargeId, error }),
    );
  refuse("order-over", { ticketId });
}
