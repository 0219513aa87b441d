import { ticketBought } from "#lib/email/ticket-bought.ts";
import { sendEmail } from "#lib/email/send-email.ts";
import type { Subscriber } from "../subscription.ts";

/** The buyer gets their ticket in writing. */
export const mailTicket: Subscriber<"OrderCompleted"> = {
  name: "mail-ticket",
  retryFor: "days",
  run: ({ id, data }) => sendEmail(id, data.orderId, ticketBought),
};
