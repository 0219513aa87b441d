import type { Email } from "./find-email-facts.ts";
import { describeTicket, greet } from "./phrases.ts";
import { quoted } from "./plain-words.ts";

export const orderExpired: Email = (facts, appUrl) => ({
  to: facts.buyer,
  content: {
    subject: `Time ran out for ${quoted(facts.event.title)}`,
    greeting: greet(facts.buyer),
    blocks: [
      {
        kind: "paragraph",
        text: "The time to pay for this ticket ran out. You were not charged.",
      },
      { kind: "facts", facts: describeTicket(facts) },
      { kind: "paragraph", text: "If it is still free, you can buy it again." },
      { kind: "action", label: "See the ticket", url: `${appUrl}/tickets/${facts.ticket.id}` },
    ],
  },
});
