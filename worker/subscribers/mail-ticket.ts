import { ticketBought } from "#lib/email/ticket-bought.ts";
import { sendLetter } from "#lib/email/send-letter.ts";
import type { Subscriber } from "../subscription.ts";

/** The buyer gets their ticket in writing. */
export const mailTicket: Subscriber<"OrderCompleted"> = {
  name: "mail-ticket",
  patience: "days",
  run: ({ id, data }) => sendLetter(id, data.orderId, ticketBought),
};
