import { ticketBought } from "#lib/email/ticket-bought.ts";
import { sendEmail } from "#lib/email/send-email.ts";
import type { Subscriber } from "../subscription.ts";

export const mailTicket: Subscriber<"OrderCompleted"> = {
  name: "mail-ticket",
  does: "Gives the buyer their ticket in writing.",
  retryFor: "days",
  run: ({ id, data }) => sendEmail(id, data.orderId, ticketBought),
};
