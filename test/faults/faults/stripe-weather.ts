import type { FaultRequest } from "@rowlock/stripe-sandbox/control/fault-plan.ts";
import type { RunningSandbox } from "@rowlock/stripe-sandbox/start-sandbox.ts";

export type StripeWeather = {
  /** Adds what goes wrong with calls to Stripe from now on, and returns how to end it. */
  let(faults: FaultRequest[]): () => void;
  /** Nobody gets an answer until it is ended. */
  goDown(): () => void;
  /** Since when Stripe answers, in milliseconds; null while it is down. */
  upSince(): number | null;
  clear(): void;
};

/** Several faults trouble Stripe's answers at once, and each ends by itself. */
export function stripeWeather(sandbox: RunningSandbox): StripeWeather {
  const lasting = new Set<FaultRequest[]>();
  let upSince: number | null = Date.now();

  function apply(): void {
    sandbox.clearFaults();
    for (const fault of [...lasting].toReversed().flat()) sandbox.addFault(fault);
  }
  function begin(faults: FaultRequest[]): () => void {
    lasting.add(faults);
    apply();
    return () => {
      lasting.delete(faults);
      apply();
    };
  }
  return {
    let: begin,
    goDown() {
      upSince = null;
      const end = begin([{ path: "/v1/**", times: null, before: { status: 503 } }]);
      return () => {
        end();
        upSince = Date.now();
      };
    },
    upSince: () => upSince,
    clear() {
      lasting.clear();
      apply();
      upSince ??= Date.now();
    },
  };
}
