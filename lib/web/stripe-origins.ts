import { environment } from "#kernel/environment.ts";

/** Where Stripe's parts of a page come from: https://docs.stripe.com/security/guide#content-security-policy */
export function stripeOrigins() {
  const { STRIPE_API_URL } = environment();
  if (STRIPE_API_URL) {
    const { origin } = new URL(STRIPE_API_URL);
    return { script: [origin], frame: [origin], connect: [origin], image: [origin] };
  }
  const scripts = ["https://js.stripe.com", "https://*.js.stripe.com"];
  return {
    script: scripts,
    frame: [...scripts, "https://hooks.stripe.com"],
    connect: ["https://api.stripe.com"],
    image: ["https://*.stripe.com"],
  };
}

/** What the browser needs to load Stripe.js and speak to Stripe with it. */
export function stripeForBrowser(): { publishableKey: string; scriptUrl: string } {
  const { STRIPE_PUBLISHABLE_KEY, STRIPE_API_URL } = environment();
  const origin = STRIPE_API_URL ? new URL(STRIPE_API_URL).origin : "https://js.stripe.com";
  return { publishableKey: STRIPE_PUBLISHABLE_KEY, scriptUrl: `${origin}/endive/stripe.js` };
}
