import { ticketSold } from "#lib/email/ticket-sold.ts";
import { sendEmail } from "#lib/email/send-email.ts";
import type { Subscriber } from "../subscription.ts";

export const mailSale: Subscriber<"OrderCompleted"> = {
  name: "mail-sale",
  does: "Tells the seller that the ticket is sold.",
  retryFor: "days",
  run: ({ id, data }) => sendEmail(id, data.orderId, ticketSold),
};
