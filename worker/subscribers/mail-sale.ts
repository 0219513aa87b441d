import { ticketSold } from "#lib/email/ticket-sold.ts";
import { sendLetter } from "#lib/email/send-letter.ts";
import type { Subscriber } from "../subscription.ts";

/** The seller learns that it is sold. */
export const mailSale: Subscriber<"OrderCompleted"> = {
  name: "mail-sale",
  patience: "days",
  run: ({ id, data }) => sendLetter(id, data.orderId, ticketSold),
};
