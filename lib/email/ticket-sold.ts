import type { Email } from "./find-email-facts.ts";
import { plainWords, quoted } from "./plain-words.ts";
import { describeTicket, priceOf } from "./phrases.ts";

export const ticketSold: Email = (facts, appUrl) => ({
  to: facts.seller,
  subject: `Sold: your ticket for ${quoted(facts.event.title)}`,
  text: `Hello ${plainWords(facts.seller.name, 40)},

your ticket was sold for ${priceOf(facts)}.

${describeTicket(facts)}

All your sales: ${appUrl}/sales

Rowlock
`,
  evenUnverified: true,
});
