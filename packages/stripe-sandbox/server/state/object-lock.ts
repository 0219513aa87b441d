/** Runs one piece of work per key at a time, in the order of arrival: Stripe too does one thing at a time to a PaymentIntent. */
export type ObjectLock = <T>(key: string | null, work: () => Promise<T>) => Promise<T>;

export function createObjectLock(): ObjectLock {
  const tails = new Map<string, Promise<unknown>>();

  return async (key, work) => {
    if (key === null) return work();
    const turn = (tails.get(key) ?? Promise.resolve()).then(work, work);
    tails.set(key, turn);
    try {
      return await turn;
    } finally {
      if (tails.get(key) === turn) tails.delete(key);
    }
  };
}
