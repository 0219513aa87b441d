import { setTimeout as pause } from "node:timers/promises";
import type { Random } from "../random.ts";
import type { Tally } from "../tally.ts";
import type { Stage } from "../stage/set-stage.ts";
import type { StripeWeather } from "./stripe-weather.ts";

/** What a fault may touch. */
export type Scene = Stage & {
  /** When trade ends, in milliseconds. */
  until: number;
  weather: StripeWeather;
  tally: Tally;
  /** Runs what it is given alone: of the faults that take a whole process away, one at a time, so that each recovery can be timed. */
  alone: <T>(work: () => Promise<T>) => Promise<T>;
};

/** The last part of the load goes undisturbed, so that what was broken last is seen to recover. */
export const calmMilliseconds = 6_000;

/** Goes wrong again and again until `signal` aborts, and leaves everything whole when it returns. */
export type Fault = (scene: Scene, random: Random, signal: AbortSignal) => Promise<void>;

/** Lets `strike` happen again and again, with pauses of a length the seed chooses. */
export function every(
  [low, high]: readonly [number, number],
  strike: (scene: Scene, random: Random) => Promise<unknown>,
): Fault {
  return async (scene, random, signal) => {
    for (;;) {
      await pause(random.between(low, high), undefined, { signal }).catch(() => {});
      if (signal.aborted) return;
      await strike(scene, random);
    }
  };
}

/** What the stage was set for and is so all along; here it is only counted. */
export function standing(name: string): Fault {
  return async ({ tally }, _random, signal) => {
    tally.count(name);
    await untilAborted(signal);
  };
}

export async function untilAborted(signal: AbortSignal): Promise<void> {
  await pause(24 * 60 * 60 * 1000, undefined, { signal, ref: false }).catch(() => {});
}
