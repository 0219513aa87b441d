/** One piece of work per key at a time, in the order of arrival: Stripe too does one thing at a time to a PaymentIntent. */
export type ObjectLock = {
  run<T>(key: string | null, work: () => Promise<T>): Promise<T>;
  /** Whether work is being done, or waits, under this key. */
  isHeld(key: string): boolean;
};

export function createObjectLock(): ObjectLock {
  const tails = new Map<string, Promise<unknown>>();

  return {
    async run(key, work) {
      if (key === null) return work();
      const turn = (tails.get(key) ?? Promise.resolve()).then(work, work);
      tails.set(key, turn);
      try {
        return await turn;
      } finally {
        if (tails.get(key) === turn) tails.delete(key);
      }
    },
    isHeld: (key) => tails.has(key),
  };
}
