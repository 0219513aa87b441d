import { formatMoney } from "#kernel/money.ts";
import type { RefusalCode, RefusalDetails, RefusalReason } from "#kernel/refusal.ts";

type Sentences = { [Code in RefusalCode]: (details: RefusalDetails[Code]) => string };

/** What each refusal says on screen. Every one of them says what to do next. */
const sentences: Sentences = {
  "invalid-input": ({ fields }) =>
    Object.keys(fields).length === 1
      ? (Object.values(fields)[0] ?? "")
      : "Some of this needs another look. What is wrong stands beside each field.",
  "not-signed-in": () => "Sign in first, then try again.",
  "other-site": () =>
    "This was not sent from a page of ours. Open the page again and repeat it there.",
  "wrong-email-or-password": () =>
    "Email and password do not belong together. Check both and try again, or create an account.",
  "email-taken": () => "There is an account with this email address. Sign in instead.",
  "too-many-requests": ({ retryAfterSeconds }) =>
    `That was too often in a short time. Wait ${retryAfterSeconds} seconds, then try again.`,
  busy: () => "Many people want this at once. Nothing was changed: try again in a moment.",
  "changed-elsewhere": () =>
    "This was changed in another window since you opened it. Reload the page to see it as it is now, then make your change again.",
  "event-not-found": () => "There is no such event. Choose another, or describe a new one.",
  "event-over": () =>
    "This event has begun, so tickets for it are no longer sold. Look for another date.",
  "ticket-not-found": () => "There is no such ticket. It may have been removed: look for another.",
  "ticket-locked": ({ until }) =>
    until
      ? `Somebody is paying for this ticket. It may come free at ${clock(until)}: try again then.`
      : "Somebody has just paid for this ticket. Unless their payment fails, it is sold: look for another.",
  "ticket-sold": () => "This ticket is sold. Look for another one for the same event.",
  "ticket-withdrawn": () =>
    "The seller has withdrawn this ticket. Look for another one for the same event.",
  "ticket-changed": ({ price, currency }) =>
    `The seller has changed this ticket since you opened it. It now costs ${formatMoney({ amount: price, currency })}. Nothing was locked: read it again, and buy it if you still want it.`,
  "own-ticket": () => "This is your own ticket. You can edit or withdraw it, but not buy it.",
  "too-many-live-orders": ({ limit }) =>
    `You are already paying for ${limit} tickets. Finish or cancel one of them in My orders, then come back.`,
  "cooling-down": ({ until }) =>
    `You let this ticket lapse twice, so it is others' turn now. You can lock it again from ${clock(until)}.`,
  "order-not-found": () => "There is no such order. You find yours in My orders.",
  "order-completed": () => "This order is paid and the ticket is yours, so it cannot be cancelled.",
  "order-over": () =>
    "The time for this order is over. You were not charged: see whether the ticket is still free.",
  "payment-being-finished": () =>
    "Your payment has been authorised and is being finished. This takes a few seconds: reload the page.",
  "payment-provider-unreachable": () =>
    "Our payment provider does not answer right now. You were not charged and the ticket is still held for you: try again in a moment.",
};

export function refusalSentence(reason: RefusalReason): string {
  const sentence = sentences[reason.code] as (details: RefusalReason["details"]) => string; // same code, same details
  return sentence(reason.details);
}

function clock(at: Date): string {
  const format = new Intl.DateTimeFormat("en-GB", { timeStyle: "short", timeZone: "UTC" });
  return `${format.format(at)} UTC`;
}
