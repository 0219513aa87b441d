const kilobyte = 1024;

/** Stripe's largest events are a few dozen kilobytes. */
const ofStripeEvents = 512 * kilobyte;
/** Our longest form is a few kilobytes. The same number stands in next.config.js. */
const ofForms = 64 * kilobyte;

/** How long the body of a request to this path may be. */
export function maximumBytesOf(path: string): number {
  return path === "/api/webhooks/stripe" ? ofStripeEvents : ofForms;
}

export const tooLarge =
  "That is more than any form of ours sends. Go back, send less, and try again.";
