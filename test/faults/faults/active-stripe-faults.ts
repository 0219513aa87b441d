import type { FaultRequest, RunningSandbox } from "@rowlock/stripe-sandbox/types";

export type ActiveStripeFaults = {
  /** Adds what goes wrong with calls to Stripe from now on, and returns how to end it. */
  add(faults: FaultRequest[]): () => void;
  /** Every call is answered by 503 until it is ended. */
  goDown(): () => void;
  /** Since when Stripe answers, in milliseconds; null while it is down. */
  upSince(): number | null;
  clear(): void;
};

/** Lets several faults act on Stripe's answers at once, and each end by itself. */
export function openStripeFaults(sandbox: RunningSandbox): ActiveStripeFaults {
  const active = new Set<FaultRequest[]>();
  let upSince: number | null = Date.now();

  function apply(): void {
    sandbox.clearFaults();
    for (const fault of [...active].toReversed().flat()) sandbox.addFault(fault);
  }
  function add(faults: FaultRequest[]): () => void {
    active.add(faults);
    apply();
    return () => {
      active.delete(faults);
      apply();
    };
  }
  return {
    add,
    goDown() {
      upSince = null;
      const end = add([{ path: "/v1/**", times: null, before: { status: 503 } }]);
      return () => {
        end();
        upSince = Date.now();
      };
    },
    upSince: () => upSince,
    clear() {
      active.clear();
      apply();
      upSince ??= Date.now();
    },
  };
}
