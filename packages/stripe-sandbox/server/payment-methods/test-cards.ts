import type { DeclineName } from "./card-declines.ts";

/** What a card does. From docs.stripe.com/testing. */
export type TestCard = {
  number: string;
  /** The names `pm_card_…` that stand for it in code. */
  names: string[];
  brand: "visa" | "mastercard" | "amex" | "discover" | "diners" | "jcb" | "unionpay";
  funding?: "debit" | "prepaid";
  country?: string;
  decline?: DeclineName;
  /** Whether the bank always asks for 3-D Secure. */
  authentication?: "required";
  /** What happens after the money was taken. */
  afterwards?:
    | "refund-pending"
    | "refund-fails"
    | "dispute"
    | "fraud-warning"
    | "available-at-once";
};

export const testCards: TestCard[] = [
  { number: "4242424242424242", names: ["pm_card_visa", "pm_card_us"], brand: "visa" },
  { number: "4000056655665556", names: ["pm_card_visa_debit"], brand: "visa", funding: "debit" },
  { number: "5555555555554444", names: ["pm_card_mastercard"], brand: "mastercard" },
  { number: "2223003122003222", names: [], brand: "mastercard" },
  {
    number: "5200828282828210",
    names: ["pm_card_mastercard_debit"],
    brand: "mastercard",
    funding: "debit",
  },
  {
    number: "5105105105105100",
    names: ["pm_card_mastercard_prepaid"],
    brand: "mastercard",
    funding: "prepaid",
  },
  { number: "378282246310005", names: ["pm_card_amex"], brand: "amex" },
  { number: "6011111111111117", names: ["pm_card_discover"], brand: "discover" },
  { number: "3056930009020004", names: ["pm_card_diners"], brand: "diners" },
  { number: "3566002020360505", names: ["pm_card_jcb"], brand: "jcb" },
  { number: "6200000000000005", names: ["pm_card_unionpay"], brand: "unionpay" },
  { number: "4000008260000000", names: ["pm_card_gb"], brand: "visa", country: "GB" },
  { number: "4000002760000016", names: ["pm_card_de"], brand: "visa", country: "DE" },
  { number: "4000002500000003", names: ["pm_card_fr"], brand: "visa", country: "FR" },
  {
    number: "4000000000000077",
    names: ["pm_card_bypassPending"],
    brand: "visa",
    afterwards: "available-at-once",
  },

  {
    number: "4000000000000002",
    names: ["pm_card_visa_chargeDeclined", "pm_card_chargeDeclined"],
    brand: "visa",
    decline: "generic_decline",
  },
  {
    number: "4000000000009995",
    names: [
      "pm_card_visa_chargeDeclinedInsufficientFunds",
      "pm_card_chargeDeclinedInsufficientFunds",
    ],
    brand: "visa",
    decline: "insufficient_funds",
  },
  {
    number: "4000000000009987",
    names: ["pm_card_visa_chargeDeclinedLostCard"],
    brand: "visa",
    decline: "lost_card",
  },
  {
    number: "4000000000009979",
    names: ["pm_card_visa_chargeDeclinedStolenCard"],
    brand: "visa",
    decline: "stolen_card",
  },
  {
    number: "4000000000006975",
    names: ["pm_card_visa_chargeDeclinedVelocityLimitExceeded"],
    brand: "visa",
    decline: "card_velocity_exceeded",
  },
  {
    number: "4000000000000069",
    names: ["pm_card_chargeDeclinedExpiredCard"],
    brand: "visa",
    decline: "expired_card",
  },
  {
    number: "4000000000000127",
    names: ["pm_card_chargeDeclinedIncorrectCvc"],
    brand: "visa",
    decline: "incorrect_cvc",
  },
  {
    number: "4000000000000119",
    names: ["pm_card_chargeDeclinedProcessingError"],
    brand: "visa",
    decline: "processing_error",
  },
  {
    number: "4100000000000019",
    names: ["pm_card_radarBlock", "pm_card_chargeDeclinedFraudulent"],
    brand: "visa",
    decline: "fraudulent",
  },

  {
    number: "4000002500003155",
    names: ["pm_card_authenticationRequiredOnSetup"],
    brand: "visa",
    country: "FR",
    authentication: "required",
  },
  {
    number: "4000002760003184",
    names: ["pm_card_authenticationRequired"],
    brand: "visa",
    country: "DE",
    authentication: "required",
  },
  {
    number: "4000000000003220",
    names: ["pm_card_threeDSecure2Required"],
    brand: "visa",
    authentication: "required",
  },
  {
    number: "4000000000003063",
    names: ["pm_card_threeDSecureRequired"],
    brand: "visa",
    authentication: "required",
  },
  { number: "4000000000003055", names: ["pm_card_threeDSecureOptional"], brand: "visa" },
  {
    number: "4000008400001629",
    names: ["pm_card_threeDSecureRequiredChargeDeclined"],
    brand: "visa",
    authentication: "required",
    decline: "generic_decline",
  },
  {
    number: "4000008260003178",
    names: ["pm_card_authenticationRequiredChargeDeclinedInsufficientFunds"],
    brand: "visa",
    country: "GB",
    authentication: "required",
    decline: "insufficient_funds",
  },

  {
    number: "4000000000007726",
    names: ["pm_card_pendingRefund"],
    brand: "visa",
    afterwards: "refund-pending",
  },
  {
    number: "4000000000005126",
    names: ["pm_card_refundFail"],
    brand: "visa",
    afterwards: "refund-fails",
  },
  {
    number: "4000000000000259",
    names: ["pm_card_createDispute"],
    brand: "visa",
    afterwards: "dispute",
  },
  {
    number: "4000000000005423",
    names: ["pm_card_createIssuerFraudRecord"],
    brand: "visa",
    afterwards: "fraud-warning",
  },
];

export function findTestCard(numberOrName: string): TestCard | null {
  return (
    testCards.find((card) => card.number === numberOrName || card.names.includes(numberOrName)) ??
    null
  );
}
