import type { Email } from "./find-email-facts.ts";
import { plainWords, quoted } from "./plain-words.ts";
import { describeTicket } from "./phrases.ts";

export const paymentFailed: Email = (facts, appUrl) => ({
  to: facts.buyer,
  subject: `Payment failed: ${quoted(facts.event.title)}`,
  text: `Hello ${plainWords(facts.buyer.name, 40)},

your payment did not go through, so the ticket was released. You were not charged.

${describeTicket(facts)}

If it is still free, you can try again with another card: ${appUrl}/tickets/${facts.ticket.id}

Rowlock
`,
});
