import { and, eq } from "drizzle-orm";
import { charges } from "#db/schema/payments.ts";
import { inTransaction } from "#db/transaction.ts";
import { isLive } from "#kernel/order-state.ts";
import { cancelLiveOrder } from "#lib/orders/cancel-live-order.ts";
import { readOrderForUpdate } from "#lib/orders/read-order-for-update.ts";
import type { PaymentFailure } from "../payment-failure.ts";
import type { OpenCharge } from "./create-payment-intent.ts";

const failureCode: PaymentFailure = "payment_refused";

/**
 * Stripe will not have the payment of this charge: its order ends, and the ticket is free. The worker closes the charge.
 * False when the order has moved on meanwhile, or another request got a PaymentIntent for the charge.
 *
 * Refuses: `busy` when the row lock cannot be had in time.
 */
export async function endRefusedPayment({
  orderId,
  chargeId,
  stripeId,
}: OpenCharge): Promise<boolean> {
  return inTransaction(
    async (tx) => {
      const locked = await readOrderForUpdate(tx, orderId);
      const [charge] = await tx
        .select({ status: charges.status, stripeId: charges.stripeId })
        .from(charges)
        .where(and(eq(charges.id, chargeId), eq(charges.orderId, orderId)))
        .for("no key update");
      if (!locked || !charge || !isLive(locked.order) || locked.order.paymentAuthorizedAt)
        return false;
      if (charge.status !== "created" || charge.stripeId !== stripeId) return false;
      await tx.update(charges).set({ failureCode }).where(eq(charges.id, chargeId));
      await cancelLiveOrder(tx, locked.order, "payment_failed", locked.decidedAt);
      return true;
    },
    { repeatable: true }, // the second time finds the order over
  );
}
