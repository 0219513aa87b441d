import { paymentFailed } from "#lib/email/payment-failed.ts";
import { sendLetter } from "#lib/email/send-letter.ts";
import type { Subscriber } from "../subscription.ts";

/** Whoever cancelled by themselves knows it already. */
export const mailPaymentFailed: Subscriber<"OrderCancelled"> = {
  name: "mail-payment-failed",
  patience: "days",
  run: async ({ id, data }) => {
    if (data.reason === "payment_failed") await sendLetter(id, data.orderId, paymentFailed);
  },
};
