import { and, eq, isNull, sql } from "drizzle-orm";
import Stripe from "stripe";
import { z } from "zod";
import { db } from "#db/client.ts";
import { prepared } from "#db/prepared.ts";
import { charges } from "#db/schema/payments.ts";
import { sentTogether } from "#db/sent-together.ts";
import { inTransaction, type Tx } from "#db/transaction.ts";
import { idSchema, newId, type OrderId, type UserId } from "#kernel/ids.ts";
import { isLive, whyOver } from "#kernel/order-state.ts";
import { refuse } from "#kernel/refusal.ts";
import { report } from "#kernel/report.ts";
import { awaitPayment } from "#lib/orders/await-payment.ts";
import { type OrderForUpdate, readOrderForUpdate } from "#lib/orders/read-order-for-update.ts";
import { recordDomainEvent } from "#lib/domain-events/record-domain-event.ts";
import { hashOfAddress } from "#lib/rate-limit/keyed-hash.ts";
import { isStripeUnreachable, stripe } from "../stripe.ts";
import { createPaymentIntent, type OpenCharge } from "./create-payment-intent.ts";
import { endRefusedPayment } from "./end-refused-payment.ts";

export const startPaymentInput = z.object({ orderId: idSchema<"order">() });

/**
 * Opens the payment of an order, or finds the one that is open, and returns the client secret with which the
 * browser confirms it. `address` is where the buyer asks from. The charge is written before Stripe is called, and Stripe's id before the secret is given
 * away: every payment that can be made is in our books.
 *
 * Refuses: `order-not-found`, `order-completed`, `payment-being-finished` once a card has been authorised,
 * `event-called-off`, `order-over`, `payment-provider-unreachable`; `payment-refused`, with which the order is over,
 * when Stripe will not have this payment; `busy` when the row lock cannot be had in time.
 */
export async function startPayment(
  buyerId: UserId,
  { orderId }: z.output<typeof startPaymentInput>,
  address: string | null = null,
): Promise<{ clientSecret: string }> {
  const startedFrom = address && hashOfAddress(address);
  const charge = await inTransaction((tx) => openCharge(tx, buyerId, orderId, startedFrom), {
    repeatable: true, // the second time finds the charge that is open
  });
  // failpoint: after-charge-row-before-payment-intent
  const made = await createPaymentIntent(charge).catch((error: unknown) =>
    endWhenRefused(charge, error),
  );
  // failpoint: after-payment-intent-created-before-stored
  const { id, client_secret: clientSecret } = await storePayment(charge, made).catch(
    refuseWhenUnreachable,
  );
  if (!clientSecret) throw new Error(`PaymentIntent ${id} has no secret.`);
  return { clientSecret };
}

function refuseWhenUnreachable(error: unknown): never {
  if (isStripeUnreachable(error)) refuse("payment-provider-unreachable");
  throw error;
}

/** What Stripe refuses once it refuses again: the amount, the currency, our key. Trying on would keep the ticket for nothing. */
async function endWhenRefused(charge: OpenCharge, error: unknown): Promise<never> {
  if (!(error instanceof Stripe.errors.StripeError) || isStripeUnreachable(error))
    return refuseWhenUnreachable(error);
  const { orderId, chargeId } = charge;
  report("error", "Stripe refused to open a payment", { orderId, chargeId, error });
  if (await endRefusedPayment(charge)) refuse("payment-refused");
  return refuse("payment-provider-unreachable");
}

async function openCharge(
  tx: Tx,
  buyerId: UserId,
  orderId: OrderId,
  startedFrom: string | null,
): Promise<OpenCharge> {
  const locked = await readOrderForUpdate(tx, orderId, () => selectOpenCharge(tx, { orderId }));
  if (!locked || locked.order.buyerId !== buyerId) return refuse("order-not-found");
  const { order, ticket, event, decidedAt } = locked;
  if (order.status === "completed") refuse("order-completed", { orderId });
  if (order.paymentAuthorizedAt) refuse("payment-being-finished");
  const { ticketId, price, currency } = order;
  if (event.cancelledAt) refuse("event-called-off", { eventId: event.id });
  const over = !isLive(order) || whyOver(order, event, decidedAt) || ticket.heldBy !== orderId;
  if (over) refuse("order-over", { ticketId });
  const charge = locked.others?.[0] ?? (await createCharge(tx, locked, startedFrom));
  return { orderId, ticketId, price, currency, ...charge };
}

const selectOpenCharge = prepared((database) =>
  database
    .select({ chargeId: charges.id, stripeId: charges.stripeId })
    .from(charges)
    .where(and(eq(charges.orderId, sql.placeholder("orderId")), eq(charges.status, "created"))),
);

async function createCharge(tx: Tx, locked: OrderForUpdate, startedFrom: string | null) {
  const { order, decidedAt } = locked;
  const chargeId = newId<"charge">();
  const money = { orderId: order.id, amount: order.price, currency: order.currency };
  await sentTogether({
    charge: insertCharge(tx, { id: chargeId, ...money, startedFrom, createdAt: decidedAt }),
    event: recordDomainEvent(tx, "ChargeCreated", decidedAt, { chargeId, ...money }),
    order: awaitPayment(tx, locked, chargeId),
  });
  return { chargeId, stripeId: null };
}

const insertCharge = prepared((database) =>
  database.insert(charges).values({
    id: sql.placeholder("id"),
    orderId: sql.placeholder("orderId"),
    amount: sql.placeholder("amount"),
    currency: sql.placeholder("currency"),
    startedFrom: sql`${sql.placeholder("startedFrom")}`,
    createdAt: sql.placeholder("createdAt"),
  }),
);

/**
 * Stores which PaymentIntent is the charge's, and returns that one. A second request may have been quicker, with
 * one that was made under another key; or the order may have ended while Stripe was being asked.
 */
async function storePayment(
  { chargeId, ticketId, stripeId }: OpenCharge,
  made: Stripe.PaymentIntent,
): Promise<Stripe.PaymentIntent> {
  if (stripeId) return made;
  const [stored] = await updateStripeId(db(), { chargeId, stripeId: made.id });
  if (stored) return made;
  const [charge] = await db()
    .select({ status: charges.status, stripeId: charges.stripeId })
    .from(charges)
    .where(eq(charges.id, chargeId));
  if (charge?.stripeId === made.id) return made;
  await cancelUnused(made.id);
  if (charge?.status !== "created" || !charge.stripeId) return refuse("order-over", { ticketId });
  return stripe().paymentIntents.retrieve(charge.stripeId);
}

const updateStripeId = prepared((database) =>
  database
    .update(charges)
    .set({ stripeId: sql`${sql.placeholder("stripeId")}` })
    .where(
      and(
        eq(charges.id, sql.placeholder("chargeId")),
        eq(charges.status, "created"),
        isNull(charges.stripeId),
      ),
    )
    .returning({ id: charges.id }),
);

/** Its secret was given to no browser. If it cannot be cancelled now, the reconciler finds it. */
async function cancelUnused(paymentIntentId: string): Promise<void> {
  await stripe()
    .paymentIntents.cancel(paymentIntentId)
    .catch((error: unknown) =>
      report("warning", "an unused PaymentIntent was left open", { paymentIntentId, error }),
    );
}
