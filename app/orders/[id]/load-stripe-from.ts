import type { Stripe } from "@stripe/stripe-js";
import { loadStripe } from "@stripe/stripe-js/pure";

/**
 * Loads Stripe.js from the address the server names (Stripe's own, unless a sandbox stands in for it) and
 * opens it with our key. The pure loader takes the script that is on the page and adds none by itself.
 */
export async function loadStripeFrom(scriptUrl: string, publishableKey: string): Promise<Stripe> {
  await addScript(scriptUrl);
  const stripe = await loadStripe(publishableKey);
  if (!stripe) throw new Error("Stripe.js did not load.");
  return stripe;
}

function addScript(url: string): Promise<void> {
  if ("Stripe" in window) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = url;
    script.addEventListener("load", () => resolve());
    script.addEventListener("error", () => {
      script.remove(); // so that the next try is one
      reject(new Error("Stripe.js cannot be reached."));
    });
    document.head.append(script);
  });
}
