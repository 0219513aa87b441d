import { whyUnanswered } from "#app/_form/unanswered.ts";

/** It may or may not have been paid. */
export const connectionLost =
  "The connection was lost. If your payment went through, this page will say so: reload it before you try again.";

const outdated =
  "Rowlock was updated since you opened this page, so your card was not sent. Reload the page and enter it again: the ticket is still held for you.";

/** Whether the sentence asks the buyer to reload the page. */
export function asksToReload(problem: string): boolean {
  return problem === connectionLost || problem === outdated;
}

export const noLongerAwaited =
  "This order no longer waits for a payment. This page is about to say how it stands.";

export function triesLeft(left: number): string {
  return `You were not charged. You can try ${left === 1 ? "once" : `${left} times`} more, with this card or another.`;
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
