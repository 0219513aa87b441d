import type { OrderId, TicketId, UserId } from "#kernel/ids.ts";
import { cancelOrder } from "#lib/orders/cancel-order.ts";
import { findOrder } from "#lib/orders/find-orders.ts";
import { settleOrder } from "#lib/payments/settle/settle-order.ts";
import { startPayment } from "#lib/payments/start/start-payment.ts";
import { attempt } from "./attempt.ts";
import { giveCard, type Paid, proveIdentity } from "./browser.ts";
import { sendMessage } from "./send-message.ts";

export type Purchase = {
  orderId: OrderId;
  ticketId: TicketId;
  buyerId: UserId;
  /** Milliseconds, by the database's clock, which is this machine's. */
  expiresAt: number;
};

/** Opens the payment page. Resolves to the PaymentIntent's id, or null when there is no paying. */
export async function openPayment({ buyerId, orderId }: Purchase): Promise<string | null> {
  for (let tries = 0; tries < 3; tries += 1) {
    const answer = await attempt("startPayment", startPayment(buyerId, { orderId }));
    if (answer.is === "done") return answer.value.clientSecret.split("_secret_")[0] ?? null;
    if (answer.is === "refused" && answer.code !== "payment-provider-unreachable") return null;
  }
  return null;
}

export async function pay(purchase: Purchase, stripeId: string, card: string): Promise<Paid> {
  return reportPaid(purchase, await giveCard(stripeId, card));
}

export async function answerTheBank(
  purchase: Purchase,
  stripeId: string,
  outcome: "completed" | "failed",
): Promise<Paid> {
  return reportPaid(purchase, await proveIdentity(stripeId, outcome));
}

function reportPaid({ orderId, expiresAt }: Purchase, paid: Paid): Paid {
  if (paid.is === "authorized")
    sendMessage({ type: "authorized", orderId, at: paid.at, expiresAt });
  if (paid.is === "declined") sendMessage({ type: "declined", orderId, code: paid.code });
  return paid;
}

export async function cancel({ buyerId, orderId }: Purchase): Promise<void> {
  sendMessage({ type: "cancel-requested", orderId });
  const answer = await attempt("cancelOrder", cancelOrder(buyerId, { orderId }));
  if (answer.is === "done") sendMessage({ type: "cancelled", orderId });
}

/** The page Stripe sends the buyer back to: settles, and shows the order. */
export async function comeBack(purchase: Purchase): Promise<void> {
  await attempt("settleOrder", settleOrder(purchase.orderId));
  await lookAtOrder(purchase);
}

export async function lookAtOrder({ buyerId, orderId, ticketId }: Purchase): Promise<void> {
  const answer = await attempt("findOrder", findOrder(buyerId, orderId));
  if (answer.is !== "done") return;
  if (!answer.value)
    sendMessage({ type: "violation", check: "a buyer finds their own order", detail: orderId });
  if (answer.value?.status === "completed")
    sendMessage({ type: "shown-completed", orderId, ticketId, buyerId });
}

export async function readDeadline(buyerId: UserId, orderId: OrderId): Promise<number | null> {
  const answer = await attempt("findOrder", findOrder(buyerId, orderId));
  return answer.is === "done" ? (answer.value?.expiresAt.getTime() ?? null) : null;
}
