import type { Email } from "./find-email-facts.ts";
import { describeTicket } from "./phrases.ts";

export const orderExpired: Email = (facts, appUrl) => ({
  to: facts.buyer,
  subject: `Time ran out: ${facts.event.title}`,
  text: `Hello ${facts.buyer.name},

the time to pay for this ticket ran out. You were not charged.

${describeTicket(facts)}

If it is still free, you can buy it again: ${appUrl}/tickets/${facts.ticket.id}

Rowlock
`,
});
