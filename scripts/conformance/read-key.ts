/** Refuses every key that could move money: only `sk_test_…` and `rk_test_…` are taken. `null` when there is none. */
export function readKey(environment: Record<string, string | undefined>): string | null {
  const key = environment["STRIPE_CONFORMANCE_KEY"]?.trim();
  if (!key) return null;
  if (/^(sk|rk)_test_\w+$/.test(key)) return key;
  throw new Error(
    "STRIPE_CONFORMANCE_KEY must be a test key, sk_test_… or rk_test_…: the calls make and refund payments. Live and publishable keys are never used. Take one from https://dashboard.stripe.com/test/apikeys.",
  );
}
