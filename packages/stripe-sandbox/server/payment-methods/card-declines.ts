import type { ErrorCode } from "../api/error-code.ts";

/** How each refusal reads, from docs.stripe.com/declines/codes and docs.stripe.com/testing. */
export type CardDecline = {
  code: ErrorCode;
  declineCode?: string;
  message: string;
  adviceCode: "try_again_later" | "do_not_try_again" | "confirm_card_data";
  networkDeclineCode: string | null;
  networkAdviceCode?: string;
  /** `blocked`: Radar refused it, the bank was never asked. */
  outcome: "issuer_declined" | "blocked";
  sellerMessage: string;
};

const bankSays = (sellerMessage: string) =>
  ({ outcome: "issuer_declined", sellerMessage }) as const;

export const cardDeclines = {
  generic_decline: {
    code: "card_declined",
    declineCode: "generic_decline",
    message: "Your card was declined.",
    adviceCode: "try_again_later",
    networkDeclineCode: "05",
    ...bankSays("The bank did not return any further details with this decline."),
  },
  insufficient_funds: {
    code: "card_declined",
    declineCode: "insufficient_funds",
    message: "Your card has insufficient funds.",
    adviceCode: "try_again_later",
    networkDeclineCode: "51",
    ...bankSays("The bank returned the decline code `insufficient_funds`."),
  },
  lost_card: {
    code: "card_declined",
    declineCode: "lost_card",
    message: "Your card was declined.",
    adviceCode: "do_not_try_again",
    networkDeclineCode: "41",
    ...bankSays("The bank returned the decline code `lost_card`."),
  },
  stolen_card: {
    code: "card_declined",
    declineCode: "stolen_card",
    message: "Your card was declined.",
    adviceCode: "do_not_try_again",
    networkDeclineCode: "43",
    ...bankSays("The bank returned the decline code `stolen_card`."),
  },
  card_velocity_exceeded: {
    code: "card_declined",
    declineCode: "card_velocity_exceeded",
    message:
      "Your card was declined for making repeated attempts too frequently or exceeding its amount limit.",
    // Issuers give this advice for ordinary reasons too. It is about this card, not about the person.
    adviceCode: "do_not_try_again",
    networkAdviceCode: "03",
    networkDeclineCode: "65",
    ...bankSays("The bank returned the decline code `card_velocity_exceeded`."),
  },
  expired_card: {
    code: "expired_card",
    declineCode: "expired_card",
    message: "Your card has expired.",
    adviceCode: "confirm_card_data",
    networkDeclineCode: "54",
    ...bankSays("The bank returned the decline code `expired_card`."),
  },
  incorrect_cvc: {
    code: "incorrect_cvc",
    declineCode: "incorrect_cvc",
    message: "Your card's security code is incorrect.",
    adviceCode: "confirm_card_data",
    networkDeclineCode: "82",
    ...bankSays("The bank returned the decline code `incorrect_cvc`."),
  },
  processing_error: {
    code: "processing_error",
    declineCode: "processing_error",
    message: "An error occurred while processing your card. Try again in a little bit.",
    adviceCode: "try_again_later",
    networkDeclineCode: "96",
    ...bankSays("The bank returned the decline code `processing_error`."),
  },
  fraudulent: {
    code: "card_declined",
    declineCode: "fraudulent",
    message: "Your card was declined.",
    adviceCode: "do_not_try_again",
    networkDeclineCode: null,
    outcome: "blocked",
    sellerMessage: "Stripe blocked this payment as too risky.",
  },
} as const satisfies Record<string, CardDecline>;

export type DeclineName = keyof typeof cardDeclines;
