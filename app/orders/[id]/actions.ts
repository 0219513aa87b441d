"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { idSchema, type OrderId, type UserId } from "#kernel/ids.ts";
import { Refusal, refusalReason, refusalSentence } from "#kernel/refusal.ts";
import { refusals } from "#kernel/refusals.ts";
import { cancelOrder, cancelOrderInput } from "#lib/orders/cancel-order.ts";
import { findOrder } from "#lib/orders/find-orders.ts";
import { findCharge } from "#lib/payments/find-charge.ts";
import { limitRate, mayPass } from "#lib/rate-limit/limit-rate.ts";
import { settlePayment } from "#lib/payments/settle/settle-order.ts";
import { limitDeclines } from "#lib/payments/start/limit-declines.ts";
import { startPayment } from "#lib/payments/start/start-payment.ts";
import { environment } from "#kernel/environment.ts";
import { report } from "#kernel/report.ts";
import { showAsItIs } from "#app/_form/show-as-it-is.ts";
import { signedInAction } from "#app/_form/action.ts";
import { requireSameOrigin } from "#lib/web/require-same-origin.ts";
import { currentUser } from "#lib/web/session.ts";
import { currentVisitor } from "#lib/web/visitor.ts";

export const cancelOrderAction = signedInAction(cancelOrderInput, async (user, input) => {
  await cancelOrder(user.id, input).catch(showAsItIs);
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
    const { address } = await currentVisitor();
    await limitDeclines(user.id, address);
    return await startPayment(user.id, { orderId: id }, address);
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
  await settleAttempt(user.id, id);
  const [order, charge] = await Promise.all([findOrder(user.id, id), findCharge(id)]);
  if (order?.status !== "awaiting_payment" || order.paymentAuthorizedAt) return null;
  return environment().PAYMENT_ATTEMPTS - (charge?.attempts ?? 0);
}

/** When the buyer asks too often, the worker settles what there is to settle. */
async function settleAttempt(buyerId: UserId, orderId: OrderId): Promise<void> {
  try {
    if (await mayPass("settleByBuyer", buyerId)) await settlePayment(orderId);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

/** Names and ids only: what else an error says may be about the card or its holder. */
const nameOfTrouble = z
  .string()
  .regex(/^\w{1,80}$/)
  .optional()
  .catch(undefined);
const payTroubleSchema = z.object({
  type: nameOfTrouble,
  code: nameOfTrouble,
  paymentIntentId: nameOfTrouble,
});
export type PayTrouble = z.input<typeof payTroubleSchema>;

/** Stripe.js refused what our page asked of it: only the browser knows, and only we can mend it. */
export async function reportPayTroubleAction(orderId: string, trouble: PayTrouble): Promise<void> {
  const { user, id } = await whoAndWhat(orderId);
  const parsed = payTroubleSchema.safeParse(trouble);
  if (!user || !id || !parsed.success || !(await findOrder(user.id, id))) return;
  await limitRate("payTroubleByBuyer", user.id);
  report("error", "the card form was refused by Stripe", { orderId: id, ...parsed.data });
}

async function whoAndWhat(orderId: string) {
  await requireSameOrigin();
  const { data: id } = idSchema<"order">().safeParse(orderId); // anything at all may be sent to an action
  return { user: await currentUser(), id };
}
