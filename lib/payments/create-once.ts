import Stripe from "stripe";

/**
 * Creates something at Stripe, once however often it is called. Asked again with one key, Stripe gives its first
 * answer again, for a day, even if that was a failure of its own: after such a failure we look whether it was made
 * all the same, and if not, ask under another key. Of two callers at the same moment one may use either key and so
 * make a second: the caller keeps one of them, or Stripe refuses it, as it does a second refund of the whole.
 */
export async function createOnce<Made>(
  key: string,
  create: (idempotencyKey: string) => Promise<Made>,
  find: () => Promise<Made | null>,
): Promise<Made> {
  try {
    return await create(key);
  } catch (error) {
    if (!isFailureOfStripe(error)) throw error;
    return (await find()) ?? (await create(`${key}:again`));
  }
}

function isFailureOfStripe(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeAPIError && (error.statusCode ?? 0) >= 500;
}
