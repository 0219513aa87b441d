import type { Email } from "./find-email-facts.ts";
import { describeTicket, priceOf } from "./phrases.ts";

export const ticketBought: Email = (facts, appUrl) => ({
  to: facts.buyer,
  subject: `Your ticket: ${facts.event.title}`,
  text: `Hello ${facts.buyer.name},

the ticket is yours.

${describeTicket(facts)}

You paid ${priceOf(facts)}. Your receipt: ${appUrl}/orders/${facts.order.id}

Enjoy it!
Rowlock
`,
});
