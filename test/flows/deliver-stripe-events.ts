import { stripe } from "#lib/payments/stripe.ts";
import { deliver } from "#test/support/stripe-events.ts";

const delivered = new Set<string>();

/** Delivers, signed and in order, what the sandbox has to say and has not said yet. Resolves to how many there were. */
export async function deliverNewStripeEvents(): Promise<number> {
  const { data } = await stripe().events.list({ limit: 100 });
  const fresh = data.filter(({ id }) => !delivered.has(id)).toReversed(); // the newest is listed first
  for (const event of fresh) {
    delivered.add(event.id);
    await deliver(event);
  }
  return fresh.length;
}
