import { accountRefusals } from "./account-refusals.ts";
import type { EventCandidate } from "./another-event.ts";
import type { EventId, OrderId, TicketId } from "./ids.ts";
import { integrationRefusals } from "./integration-refusals.ts";
import { momentInWords } from "./moments.ts";
import { type Currency, formatMoney } from "./money.ts";
import { durationInWords } from "./duration-in-words.ts";
import { operatorRefusals } from "./operator-refusals.ts";
import { paymentRefusals } from "./payment-refusals.ts";
import { kind } from "./refusal-kind.ts";
import { signInRefusals } from "./sign-in-refusals.ts";

/** Whether it is the seller of the ticket who is refused. */
type ToSeller = { yours?: boolean };

/** Every way in which the business says no. A new one is an entry here; what it needs to say is its details. */
export const refusals = {
  /** `candidates` are the events that a form asked to choose from, and asks again. */
  "invalid-input": kind<{
    fields: Record<string, string>;
    candidates?: EventCandidate[] | undefined;
  }>({
    status: 422,
    about: "request",
    retry: false,
    sentence: ({ fields }) =>
      Object.keys(fields).length === 1
        ? (Object.values(fields)[0] ?? "")
        : "Some of this needs another look. What is wrong stands beside each field.",
  }),
  ...accountRefusals,
  ...signInRefusals,
  ...operatorRefusals,
  ...integrationRefusals,
  "too-many-requests": kind<{ retryAfterSeconds: number }>({
    status: 429,
    about: "request",
    retry: true,
    sentence: ({ retryAfterSeconds }) =>
      `That was too often in a short time. Wait ${durationInWords(retryAfterSeconds)}, then try again.`,
  }),
  crowded: kind<{ retryAfterSeconds: number }>({
    status: 429,
    about: "request",
    retry: true,
    sentence: ({ retryAfterSeconds }) =>
      `Many people are doing this at once over the same connection or with the same mail provider as you. That need not be your doing: wait ${durationInWords(retryAfterSeconds)}, then try again.`,
  }),
  busy: kind({
    status: 503,
    about: "request",
    retry: true,
    sentence: () => "Many people want this at once. Nothing was changed: try again in a moment.",
  }),
  "changed-elsewhere": kind({
    status: 409,
    about: "request",
    retry: false,
    sentence: () =>
      "This was changed in another window since you opened it. Reload the page to see it as it is now, then make your change again.",
  }),
  "event-over": kind<{ eventId: EventId }>({
    status: 409,
    about: "event",
    retry: false,
    sentence: () =>
      "This event has begun, so tickets for it are no longer sold. Look for another date.",
  }),
  "event-called-off": kind<{ eventId: EventId }>({
    status: 409,
    about: "event",
    retry: false,
    sentence: () =>
      "This event was called off, so tickets for it are no longer sold. Look for another date.",
  }),
  /** `fields` are what else is wrong. */
  "similar-events": kind<{
    candidates: EventCandidate[];
    fields: Record<string, string>;
  }>({
    status: 409,
    about: "event",
    retry: false,
    sentence: ({ fields }) => {
      const asked = "There is an event like this already. Say below which one yours is";
      return Object.keys(fields).length === 0
        ? `${asked}: nothing you typed is lost.`
        : `${asked}. What else is wrong stands beside each field.`;
    },
  }),
  /** Where no script shows what is found as it is typed. */
  "events-found": kind<{ candidates: EventCandidate[] }>({
    status: 409,
    about: "event",
    retry: false,
    sentence: () =>
      "These events have that name or place. Say below which one it is, and go on: nothing you typed is lost.",
  }),
  "already-listed": kind({
    status: 409,
    about: "ticket",
    retry: false,
    sentence: () =>
      "This form has listed a ticket already, which you find in My sales. If what stands here is another ticket, press the button again: it is listed too.",
  }),
  "ticket-not-found": kind({
    status: 404,
    about: "ticket",
    retry: false,
    sentence: () => "There is no such ticket. It may have been removed: look for another.",
  }),
  "ticket-locked": kind<{ until: Date | null } & ToSeller>({
    status: 409,
    about: "ticket",
    retry: true,
    sentence: ({ until, yours }) => {
      if (until)
        return `Somebody is paying for this ticket. It may come free at ${clock(until)}: try again then.`;
      const paid = "Somebody has just paid for this ticket. Unless their payment fails, it is sold";
      return yours ? `${paid}: look again in a minute.` : `${paid}: look for another.`;
    },
  }),
  "ticket-sold": kind<ToSeller>({
    status: 409,
    about: "ticket",
    retry: false,
    sentence: ({ yours }) =>
      yours
        ? "You have sold this ticket, so it stays as it is. My sales has more about it."
        : "This ticket is sold. Look for another one for the same event.",
  }),
  "ticket-withdrawn": kind<ToSeller>({
    status: 409,
    about: "ticket",
    retry: false,
    sentence: ({ yours }) =>
      yours
        ? "You have withdrawn this ticket. To sell it after all, list it anew."
        : "The seller has withdrawn this ticket. Look for another one for the same event.",
  }),
  "ticket-changed": kind<{ price: number; currency: Currency; version: number }>({
    status: 409,
    about: "ticket",
    retry: false,
    sentence: ({ price, currency }) =>
      `The seller has changed this ticket since you opened it. It now costs ${formatMoney({ amount: price, currency })}. Nothing was locked: read it again, and buy it if you still want it.`,
  }),
  "own-ticket": kind({
    status: 403,
    about: "account",
    retry: false,
    sentence: () => "This is your own ticket. You can edit or withdraw it, but not buy it.",
  }),
  "too-many-live-orders": kind<{ limit: number }>({
    status: 409,
    about: "account",
    retry: false,
    sentence: ({ limit }) =>
      `You are already paying for ${limit} tickets. Finish or cancel one of them in My orders, then come back.`,
  }),
  "cooling-down": kind<{ until: Date; of: "this ticket" | "several tickets" }>({
    status: 409,
    about: "account",
    retry: true,
    sentence: ({ until, of }) =>
      of === "this ticket"
        ? `You have kept this ticket from others without paying for it, so it is their turn now. You can lock it again from ${clock(until)}.`
        : `You have kept several tickets of this event or seller from others without paying, so it is their turn now. You can lock one again from ${clock(until)}.`,
  }),
  "order-not-found": kind({
    status: 404,
    about: "order",
    retry: false,
    sentence: () => "There is no such order. You find yours in My orders.",
  }),
  "order-completed": kind<{ orderId: OrderId }>({
    status: 409,
    about: "order",
    retry: false,
    sentence: () => "This order is paid and the ticket is yours, so it cannot be cancelled.",
  }),
  "order-over": kind<{ ticketId: TicketId }>({
    status: 409,
    about: "order",
    retry: false,
    sentence: () =>
      "The time for this order is over. You were not charged: see whether the ticket is still free.",
  }),
  ...paymentRefusals,
} as const;

export type RefusalCode = keyof typeof refusals;

/** What each refusal carries, so that its sentence can say what to do next. */
export type RefusalDetails = {
  [Code in RefusalCode]: Parameters<(typeof refusals)[Code]["sentence"]>[0];
};

/** The page tells it by the reader's clock (`SentenceWithMoment`). */
function clock(at: Date): string {
  return momentInWords(at, "clock");
}
