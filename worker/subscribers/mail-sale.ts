import { ticketSold } from "#lib/email/ticket-sold.ts";
import { sendEmail } from "#lib/email/send-email.ts";
import type { Subscriber } from "../subscription.ts";

/** The seller learns that it is sold. */
export const mailSale: Subscriber<"OrderCompleted"> = {
  name: "mail-sale",
  retryFor: "days",
  run: ({ id, data }) => sendEmail(id, data.orderId, ticketSold),
};
