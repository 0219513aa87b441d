import { paymentFailed } from "#lib/email/payment-failed.ts";
import { sendEmail } from "#lib/email/send-email.ts";
import type { Subscriber } from "../subscription.ts";

/** The buyer learns that the payment failed. A buyer who cancelled needs no email about it. */
export const mailPaymentFailed: Subscriber<"OrderCancelled"> = {
  name: "mail-payment-failed",
  retryFor: "days",
  run: async ({ id, data }) => {
    if (data.reason === "payment_failed") await sendEmail(id, data.orderId, paymentFailed);
  },
};
