import type { EmailContent } from "./content.ts";
import { eventOver } from "./event-over.ts";
import type { Email, EmailFacts } from "./find-email-facts.ts";
import { orderExpired } from "./order-expired.ts";
import { paymentFailed } from "./payment-failed.ts";
import { ticketBought } from "./ticket-bought.ts";
import { ticketSold } from "./ticket-sold.ts";

/**
 * One of our emails as previews and tests write it, from facts of which each is a sample. An email that is not about an
 * order takes from them what somebody wrote, such as the buyer's name.
 */
type Preview = {
  /** As its function is called. */
  name: string;
  /** Which of the cases that it words differently. */
  when?: string;
  write: (facts: EmailFacts, appUrl: string) => EmailContent;
};

const ofOrder = (email: Email): Preview => ({
  name: email.name,
  write: (facts, appUrl) => email(facts, appUrl).content,
});

const calledOff = (facts: EmailFacts): EmailFacts => ({
  ...facts,
  event: { ...facts.event, cancelledAt: new Date("2031-01-01") },
});

/** Every email there is. A test finds those that are missing here. */
export const allEmails: Preview[] = [
  ofOrder(ticketBought),
  ofOrder(ticketSold),
  ofOrder(orderExpired),
  ofOrder(paymentFailed),
  { ...ofOrder(eventOver), when: "the event has begun" },
  {
    name: eventOver.name,
    when: "the event was called off",
    write: (facts, appUrl) => eventOver(calledOff(facts), appUrl).content,
  },
];
