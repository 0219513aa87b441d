import type { DeclineName } from "./card-declines.ts";

/** What the seller gave with the card, and the bank compares. */
export type CardCheck = "cvc" | "postcode" | "line1";

/** What a card does. From docs.stripe.com/testing. */
export type TestCard = {
  number: string;
  /** The names `pm_card_…` that stand for it in code. */
  names: string[];
  brand: "visa" | "mastercard" | "amex" | "discover" | "diners" | "jcb" | "unionpay";
  funding?: "debit" | "prepaid";
  country?: string;
  decline?: DeclineName;
  /** `required`: the bank always asks for 3-D Secure. `supported`: when the seller asks. */
  authentication?: "required" | "supported";
  /** 3-D Secure ends in a processing error before the buyer sees anything. */
  authenticationFails?: boolean;
  /** The checks that do not pass; the payment is taken all the same. */
  checks?: Partial<Record<CardCheck, "fail" | "unavailable">>;
  /** `normal` unless said otherwise. */
  risk?: "elevated" | "highest";
  /** What happens after the money was taken. */
  afterwards?:
    | "refund-pending"
    | "refund-fails"
    | "dispute"
    | "dispute-not-received"
    | "inquiry"
    | "fraud-warning"
    | "available-at-once";
};
