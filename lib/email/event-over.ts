import type { Email } from "./find-email-facts.ts";
import { describeTicket, greet } from "./phrases.ts";
import { quoted } from "./plain-words.ts";

export const eventOver: Email = (facts, appUrl) => {
  const calledOff = facts.event.cancelledAt !== null;
  const why = calledOff
    ? "The event was called off before your payment was taken"
    : "The event began before this ticket was paid";
  return {
    to: facts.buyer,
    content: {
      subject: `${calledOff ? "Called off" : "Already begun"}: ${quoted(facts.event.title)}`,
      greeting: greet(facts.buyer),
      blocks: [
        {
          kind: "paragraph",
          text: `${why}, so your order is cancelled. You were not charged.`,
        },
        { kind: "facts", facts: describeTicket(facts) },
        { kind: "action", label: "Look for another date or another event", url: `${appUrl}/` },
      ],
    },
  };
};
