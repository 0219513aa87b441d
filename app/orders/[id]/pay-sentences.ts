import { whyUnanswered } from "#app/_form/unanswered.ts";

/** It may or may not have been paid. */
export const connectionLost =
  "The connection was lost. If your payment went through, this page will say so: reload it before you try again.";

const outdated =
  "Rowlock was updated since you opened this page, so your card was not sent. Reload the page and enter it again: the ticket is still held for you.";

/** Stripe.js refused what this page asked of it: no decline, and no lost connection. */
export const formRefused =
  "Our payment provider did not accept this card form, which is our fault and not your card's. We have been told. Reload the page and enter your card again: the ticket is still held for you.";

/** Whether the sentence asks the buyer to reload the page. */
export function asksToReload(problem: string): boolean {
  return [connectionLost, outdated, formRefused].includes(problem);
}

export const noLongerAwaited =
  "This order no longer waits for a payment. This page is about to say how it stands.";

/** The bank advises not to try this card again. It says nothing about another. */
const anotherCard = "This card cannot be used here: use another one.";

export function triesLeft(left: number, cards = "with this card or another"): string {
  return `You were not charged. You can try ${left === 1 ? "once" : `${left} times`} more, ${cards}.`;
}

/** What the buyer reads after a decline, while there are tries left. */
export function declinedSentence(why: string, left: number, mayTryAgain: boolean): string {
  return mayTryAgain
    ? `${why} ${triesLeft(left)}`
    : `${why} ${anotherCard} ${triesLeft(left, "with another card")}`;
}

/** For when a payment could not be begun: the card was not sent, and is still in the form. */
export function notBegun(error: unknown): string {
  switch (whyUnanswered(error)) {
    case "outdated":
      return outdated;
    case "offline":
      return "There is no connection, so your card was not sent. Check your connection, then press Pay again.";
    case "database-away":
      return "Our database does not answer, so your card was not sent. Press Pay again in a minute.";
    default:
      return "Something broke on our side, so your card was not sent. Press Pay again in a moment.";
  }
}
