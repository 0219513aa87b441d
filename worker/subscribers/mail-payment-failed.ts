import { paymentFailed } from "#lib/email/payment-failed.ts";
import { sendEmail } from "#lib/email/send-email.ts";
import type { Subscriber } from "../subscription.ts";

/** Whoever cancelled by themselves knows it already. */
export const mailPaymentFailed: Subscriber<"OrderCancelled"> = {
  name: "mail-payment-failed",
  patience: "days",
  run: async ({ id, data }) => {
    if (data.reason === "payment_failed") await sendEmail(id, data.orderId, paymentFailed);
  },
};
