import { whyUnanswered } from "#app/_form/unanswered.ts";

/** Nobody knows whether it was paid. */
export const connectionLost =
  "The connection was lost. If your payment went through, this page will say so: reload it before you try again.";

const outdated =
  "Rowlock was updated since you opened this page, so your card was not sent. Reload the page and enter it again: the ticket is still held for you.";

/** Whether what to do next is to load the page anew. */
export function asksToReload(problem: string): boolean {
  return problem === connectionLost || problem === outdated;
}

export const noLongerAwaited =
  "This order no longer waits for a payment. This page is about to say how it stands.";

export function triesLeft(left: number): string {
  return `You were not charged. You can try ${left === 1 ? "once" : `${left} times`} more, with this card or another.`;
}

/** For when a payment could not even be begun: the card is still where it was typed. */
export function notBegun(error: unknown): string {
  switch (whyUnanswered(error)) {
    case "outdated":
      return outdated;
    case "offline":
      return "There is no connection, so your card was not sent. Check your connection, then press Pay again.";
    case null:
      return "Something broke on our side, so your card was not sent. Press Pay again in a moment.";
  }
}
