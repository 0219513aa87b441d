import { paymentFailed } from "#lib/email/payment-failed.ts";
import { sendEmail } from "#lib/email/send-email.ts";
import type { Subscriber } from "../subscription.ts";

export const mailPaymentFailed: Subscriber<"OrderCancelled"> = {
  name: "mail-payment-failed",
  does: "Tells the buyer that the payment failed. A buyer who cancelled needs no email about it.",
  retryFor: "days",
  run: async ({ id, data }) => {
    if (data.reason === "payment_failed") await sendEmail(id, data.orderId, paymentFailed);
  },
};
