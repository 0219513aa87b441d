import type { Email } from "./find-email-facts.ts";
import { describeTicket, greet, priceOf } from "./phrases.ts";
import { quoted } from "./plain-words.ts";

export const ticketSold: Email = (facts, appUrl) => ({
  to: facts.seller,
  content: {
    subject: `Sold: your ticket for ${quoted(facts.event.title)}`,
    greeting: greet(facts.seller),
    blocks: [
      { kind: "paragraph", text: `Your ticket was sold for ${priceOf(facts)}.` },
      { kind: "facts", facts: describeTicket(facts) },
      { kind: "action", label: "All your sales", url: `${appUrl}/sales` },
    ],
  },
  evenUnverified: true,
});
