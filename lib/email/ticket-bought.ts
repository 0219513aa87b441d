import type { Email } from "./find-email-facts.ts";
import { describeTicket, greet, priceOf } from "./phrases.ts";
import { quoted } from "./plain-words.ts";

export const ticketBought: Email = (facts, appUrl) => ({
  to: facts.buyer,
  content: {
    subject: `Your ticket for ${quoted(facts.event.title)}`,
    greeting: greet(facts.buyer),
    blocks: [
      { kind: "paragraph", text: "The ticket is yours. Enjoy it!" },
      {
        kind: "facts",
        facts: [...describeTicket(facts), { label: "You paid", value: priceOf(facts) }],
      },
      {
        kind: "action",
        label: "Your ticket and receipt",
        url: `${appUrl}/orders/${facts.order.id}`,
      },
    ],
  },
  evenUnverified: true,
});
