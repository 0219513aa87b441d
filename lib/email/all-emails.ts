import { type Purpose, purposes } from "#db/schema/confirmations.ts";
import { askConfirmation } from "./account/ask-confirmation.ts";
import { accountExists, noAccount } from "./account/tell-of-account.ts";
import { signInChanged, signInChanges } from "./account/sign-in-changed.ts";
import { passwordChanged, signedInElsewhere } from "./account/warn-owner.ts";
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

const token = "AZ4v0Jd8cGSQw2Y1".repeat(4);

const asks = (purpose: Purpose): Preview => ({
  name: askConfirmation.name,
  when: purpose,
  write: (_facts, appUrl) => askConfirmation({ purpose, token, code: "204860" }, appUrl),
});

const at = new Date("2031-05-17T20:30:00Z");

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
  ...purposes.map(asks),
  { name: accountExists.name, write: (_facts, appUrl) => accountExists(appUrl) },
  { name: noAccount.name, write: (_facts, appUrl) => noAccount(appUrl) },
  {
    name: passwordChanged.name,
    write: ({ buyer }, appUrl) => passwordChanged(buyer, at, appUrl),
  },
  ...signInChanges.map((change) => ({
    name: signInChanged.name,
    when: change,
    write: ({ buyer }: EmailFacts, appUrl: string) => signInChanged(buyer, change, at, appUrl),
  })),
  {
    name: signedInElsewhere.name,
    write: ({ buyer }, appUrl) =>
      signedInElsewhere(buyer, { device: "Firefox on Android", at }, appUrl),
  },
];
