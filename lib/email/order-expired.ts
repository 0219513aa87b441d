import type { Email } from "./find-email-facts.ts";
import { plainWords, quoted } from "./plain-words.ts";
import { describeTicket } from "./phrases.ts";

export const orderExpired: Email = (facts, appUrl) => ({
  to: facts.buyer,
  subject: `Time ran out for ${quoted(facts.event.title)}`,
  text: `Hello ${plainWords(facts.buyer.name, 40)},

the time to pay for this ticket ran out. You were not charged.

${describeTicket(facts)}

If it is still free, you can buy it again: ${appUrl}/tickets/${facts.ticket.id}

Rowlock
`,
});
