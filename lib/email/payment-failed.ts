import type { Email } from "./find-email-facts.ts";
import { describeTicket, greet } from "./phrases.ts";
import { quoted } from "./plain-words.ts";

export const paymentFailed: Email = (facts, appUrl) => ({
  to: facts.buyer,
  content: {
    subject: `Payment failed: ${quoted(facts.event.title)}`,
    greeting: greet(facts.buyer),
    blocks: [
      {
        kind: "paragraph",
        text: "Your payment did not go through, so the ticket was released. You were not charged.",
      },
      { kind: "facts", facts: describeTicket(facts) },
      {
        kind: "paragraph",
        text: "If it is still free, you can try again with another card.",
      },
      { kind: "action", label: "See the ticket", url: `${appUrl}/tickets/${facts.ticket.id}` },
    ],
  },
});
