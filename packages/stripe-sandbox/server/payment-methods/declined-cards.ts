import type { TestCard } from "./test-card.ts";

/** These are refused. */
export const declinedCards: TestCard[] = [
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
    number: "4000000000000341",
    names: ["pm_card_chargeCustomerFail"],
    brand: "visa",
    decline: "generic_decline",
  },
];
