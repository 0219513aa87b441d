import type { TestCard } from "./test-card.ts";

/** These ask for 3-D Secure, or can. */
export const authenticatingCards: TestCard[] = [
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
  {
    number: "4000000000003055",
    names: ["pm_card_threeDSecureOptional"],
    brand: "visa",
    authentication: "supported",
  },
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
  { number: "4000008400000027", names: [], brand: "visa", authentication: "required" },
  {
    number: "4000003800000446",
    names: ["pm_card_authenticationRequiredSetupForOffSession"],
    brand: "visa",
    authentication: "required",
  },
  {
    number: "4000000000003097",
    names: ["pm_card_threeDSecureOptionalProcessingError"],
    brand: "visa",
    authentication: "supported",
    authenticationFails: true,
  },
  {
    number: "4000008400001280",
    names: ["pm_card_threeDSecureRequiredProcessingError"],
    brand: "visa",
    authentication: "required",
    authenticationFails: true,
  },
];
