import Stripe from "stripe";

/**
 * Creates something at Stripe, once however often it is called, by an idempotency key.
 *
 * Under one key Stripe repeats its first answer for a day, a failure of its own included, and refuses other parameters,
 * as after a deploy. Then `find` looks whether the thing was made all the same; if not, it is created under a second key. Two callers at
 * the same moment may then use one key each and make two: the caller has to keep one of them, or rely on Stripe
 * to refuse the second, as it refuses to refund a payment twice.
 */
export async function createOnce<Made>(
  key: string,
  create: (idempotencyKey: string) => Promise<Made>,
  find: () => Promise<Made | null>,
): Promise<Made> {
  try {
    return await create(key);
  } catch (error) {
    if (!isStripeFailure(error) && !isAnotherRequest(error)) throw error;
    return (await find()) ?? (await create(`${key}:again`));
  }
}

function isStripeFailure(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeAPIError && (error.statusCode ?? 0) >= 500;
}

/** The key was used with other parameters. */
function isAnotherRequest(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeIdempotencyError;
}
