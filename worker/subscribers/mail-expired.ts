import { orderExpired } from "#lib/email/order-expired.ts";
import { sendEmail } from "#lib/email/send-email.ts";
import type { Subscriber } from "../subscription.ts";

export const mailExpired: Subscriber<"OrderExpired"> = {
  name: "mail-expired",
  does: "Tells the buyer that the time ran out, and that nothing was charged.",
  retryFor: "days",
  run: ({ id, data }) => sendEmail(id, data.orderId, orderExpired),
};
