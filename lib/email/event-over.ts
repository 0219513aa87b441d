import type { Email } from "./find-email-facts.ts";
import { describeTicket } from "./phrases.ts";
import { plainWords, quoted } from "./plain-words.ts";

export const eventOver: Email = (facts, appUrl) => {
  const calledOff = facts.event.cancelledAt !== null;
  return {
    to: facts.buyer,
    subject: `${calledOff ? "Called off" : "Already begun"}: ${quoted(facts.event.title)}`,
    text: `Hello ${plainWords(facts.buyer.name, 40)},

${calledOff ? "the event was called off before your payment was taken" : "the event began before this ticket was paid"}, so your order is cancelled. You were not charged.

${describeTicket(facts)}

Look for another date or another event: ${appUrl}/

Rowlock
`,
  };
};
