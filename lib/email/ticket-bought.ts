import type { Email } from "./find-email-facts.ts";
import { plainWords, quoted } from "./plain-words.ts";
import { describeTicket, priceOf } from "./phrases.ts";

export const ticketBought: Email = (facts, appUrl) => ({
  to: facts.buyer,
  subject: `Your ticket for ${quoted(facts.event.title)}`,
  text: `Hello ${plainWords(facts.buyer.name, 40)},

the ticket is yours.

${describeTicket(facts)}

You paid ${priceOf(facts)}. Your receipt: ${appUrl}/orders/${facts.order.id}

Enjoy it!
Rowlock
`,
  evenUnverified: true,
});
