import type { TestCard } from "./test-card.ts";

/** These pay, and something follows. */
export const troubledCards: TestCard[] = [
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
  {
    number: "4000000000002685",
    names: ["pm_card_createDisputeProductNotReceived"],
    brand: "visa",
    afterwards: "dispute-not-received",
  },
  {
    number: "4000000000001976",
    names: ["pm_card_createDisputeInquiry"],
    brand: "visa",
    afterwards: "inquiry",
  },
];
