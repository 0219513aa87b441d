"use server";

import { redirect } from "next/navigation";
import { idSchema } from "#kernel/ids.ts";
import { Refusal, refusalReason, refusalSentence } from "#kernel/refusal.ts";
import { refusals } from "#kernel/refusals.ts";
import { cancelOrder, cancelOrderInput } from "#lib/orders/cancel-order.ts";
import { findOrder } from "#lib/orders/find-orders.ts";
import { findCharge } from "#lib/payments/find-charge.ts";
import { limitRate, mayPass } from "#lib/rate-limit/limit-rate.ts";
import { settleOrder } from "#lib/payments/settle/settle-order.ts";
import { startPayment } from "#lib/payments/start/start-payment.ts";
import { environment } from "#kernel/environment.ts";
import { signedInAction } from "#app/_form/action.ts";
import { requireSameOrigin } from "#lib/web/require-same-origin.ts";
import { currentUser } from "#lib/web/session.ts";

export const cancelOrderAction = signedInAction(cancelOrderInput, async (user, input) => {
  await cancelOrder(user.id, input);
  redirect(`/orders/${input.orderId}`);
});

export type PaymentStart = { clientSecret: string } | { refused: string; over: boolean };

/** Called by the card form, which needs an answer rather than a page. */
export async function startPaymentAction(orderId: string): Promise<PaymentStart> {
  const { user, id } = await whoAndWhat(orderId);
  if (!user || !id)
    return { refused: refusalSentence(refusalReason("order-not-found")), over: true };
  try {
    await limitRate("startPaymentByBuyer", user.id);
    return await startPayment(user.id, { orderId: id });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { refused: refusalSentence(error.reason), over: !refusals[error.reason.code].retry };
  }
}

/**
 * After an attempt that Stripe did not say yes to: settles what there is to settle. Resolves to how many tries
 * are left, or to null when there is nothing to try any more: the page then says what became of the order.
 */
export async function settleAttemptAction(orderId: string): Promise<number | null> {
  const { user, id } = await whoAndWhat(orderId);
  if (!user || !id || !(await findOrder(user.id, id))) return null;
  if (await mayPass("settleByBuyer", user.id)) await settleOrder(id); // else the worker does, in its time
  const [order, charge] = await Promise.all([findOrder(user.id, id), findCharge(id)]);
  if (order?.status !== "awaiting_payment" || order.paymentAuthorizedAt) return null;
  return environment().PAYMENT_ATTEMPTS - (charge?.attempts ?? 0);
}

async function whoAndWhat(orderId: string) {
  await requireSameOrigin();
  const { data: id } = idSchema<"order">().safeParse(orderId); // anything at all may be sent to an action
  return { user: await currentUser(), id };
}
