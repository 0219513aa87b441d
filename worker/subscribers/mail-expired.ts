import { orderExpired } from "#lib/email/order-expired.ts";
import { sendEmail } from "#lib/email/send-email.ts";
import type { Subscriber } from "../subscription.ts";

/** The buyer learns that the time ran out, and that nothing was charged. */
export const mailExpired: Subscriber<"OrderExpired"> = {
  name: "mail-expired",
  retryFor: "days",
  run: ({ id, data }) => sendEmail(id, data.orderId, orderExpired),
};
