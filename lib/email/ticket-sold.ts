import type { Email } from "./find-email-facts.ts";
import { describeTicket, priceOf } from "./phrases.ts";

export const ticketSold: Email = (facts, appUrl) => ({
  to: facts.seller,
  subject: `Sold: ${facts.event.title}`,
  text: `Hello ${facts.seller.name},

your ticket was sold for ${priceOf(facts)}.

${describeTicket(facts)}

All your sales: ${appUrl}/sales

Rowlock
`,
});
