import { durationInWords } from "./duration-in-words.ts";
import { kind } from "./refusal-kind.ts";

/** The entries of `refusals` about paying. */
export const paymentRefusals = {
  "payment-being-finished": kind({
    status: 409,
    about: "order",
    retry: false,
    sentence: () =>
      "Your payment has been authorised and is being finished. This takes a few seconds: reload the page.",
  }),
  "payment-refused": kind({
    status: 409,
    about: "order",
    retry: false,
    sentence: () =>
      "Our payment provider did not open a payment for this ticket, so your order has ended. You were not charged. We have been told and will look into it: look for another ticket meanwhile.",
  }),
  "too-many-declines": kind<{
    retryAfterSeconds: number;
    counted: "account" | "address" | "card";
  }>({
    status: 429,
    about: "account",
    retry: true,
    sentence: ({ retryAfterSeconds, counted }) => {
      const wait = durationInWords(retryAfterSeconds);
      const why = {
        account: `Too many cards were declined for your account within a day. You were not charged. Ask your bank why, and try again in ${wait}.`,
        address: `Very many cards were declined over the connection that you share with others. That need not be your doing, and you were not charged: use another connection, such as your phone’s own, or try again in ${wait}.`,
        card: `A card that you tried was declined many times within an hour. To protect whoever it belongs to, nothing is tried from your account for ${wait}. You were not charged: ask your bank about the card.`,
      };
      return `${why[counted]} If that is too late for this ticket, cancel the order so that others can have it.`;
    },
  }),
  "payment-provider-unreachable": kind({
    status: 503,
    about: "request",
    retry: true,
    sentence: () =>
      "Our payment provider does not answer right now. You were not charged and the ticket is still held for you: try again in a moment.",
  }),
} as const;
