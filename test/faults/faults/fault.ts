import { setTimeout as pause } from "node:timers/promises";
import type { Random } from "../random.ts";
import type { FaultContext } from "./fault-context.ts";

/** Goes wrong again and again until `signal` aborts, and leaves everything whole when it returns. */
export type Fault = (context: FaultContext, random: Random, signal: AbortSignal) => Promise<void>;

/** Calls `inject` again and again, with pauses of a length the seed chooses. */
export function every(
  [low, high]: readonly [number, number],
  inject: (context: FaultContext, random: Random) => Promise<unknown>,
): Fault {
  return async (context, random, signal) => {
    for (;;) {
      await pause(random.between(low, high), undefined, { signal }).catch(() => {});
      if (signal.aborted) return;
      await inject(context, random);
    }
  };
}

/** What the testbed was set up with and is so all along; here it is only counted. */
export function standing(name: string): Fault {
  return async ({ report }, _random, signal) => {
    report.count(name);
    await untilAborted(signal);
  };
}

export async function untilAborted(signal: AbortSignal): Promise<void> {
  await pause(24 * 60 * 60 * 1000, undefined, { signal, ref: false }).catch(() => {});
}
