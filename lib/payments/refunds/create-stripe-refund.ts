import { and, eq } from "drizzle-orm";
import Stripe from "stripe";
import { db } from "#db/client.ts";
import { refunds } from "#db/schema/payments.ts";
import type { ChargeId, RefundId } from "#kernel/ids.ts";
import { report } from "#kernel/report.ts";
import { createOnce } from "../create-once.ts";
import { stripe } from "../stripe.ts";

/**
 * Asks Stripe for a refund whose row is written. The idempotency key is the row's; because Stripe forgets keys
 * after a day, the decision to come here was taken after fetching that there is no refund yet. Whether it was
 * made is fetched afterwards, rather than taken from the answer.
 */
export async function createStripeRefund(
  chargeId: ChargeId,
  paymentStripeId: string,
): Promise<void> {
  const [refund] = await db().select().from(refunds).where(eq(refunds.chargeId, chargeId));
  if (refund?.status !== "created") return;
  const { id, amount } = refund;
  const metadata = { refund_id: id, charge_id: chargeId };
  try {
    await createOnce(
      `refund:${id}`,
      (idempotencyKey) =>
        stripe().refunds.create(
          { payment_intent: paymentStripeId, amount, metadata },
          { idempotencyKey },
        ),
      () => findRefund(paymentStripeId, id),
    );
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
    if (error.code === "charge_already_refunded") return; // fetched and recorded next
    await leaveToOperator(refund.id, error.code ?? "refused");
  }
}

async function findRefund(paymentStripeId: string, refundId: RefundId) {
  const { data } = await stripe().refunds.list({ payment_intent: paymentStripeId, limit: 100 });
  return data.find(({ metadata }) => metadata?.["refund_id"] === refundId) ?? null;
}

/** Stripe will not do it, now or later: a person has to. */
async function leaveToOperator(
  refundId: typeof refunds.$inferSelect.id,
  why: string,
): Promise<void> {
  report("error", "a refund was refused: an operator has to look", { refundId, why });
  await db()
    .update(refunds)
    .set({ status: "failed", failureReason: why })
    .where(and(eq(refunds.id, refundId), eq(refunds.status, "created")));
}
