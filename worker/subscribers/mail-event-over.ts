import { eventOver } from "#lib/email/event-over.ts";
import { sendEmail } from "#lib/email/send-email.ts";
import type { Subscriber } from "../subscription.ts";

export const mailEventOver: Subscriber<"OrderCancelled"> = {
  name: "mail-event-over",
  does: "Tells the buyer that the event was called off, or began, before they had paid, and that nothing was charged.",
  retryFor: "days",
  run: async ({ id, data }) => {
    if (data.reason === "event_over") await sendEmail(id, data.orderId, eventOver);
  },
};
