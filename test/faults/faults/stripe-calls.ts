import { setTimeout as pause } from "node:timers/promises";
import type { FaultRequest } from "@rowlock/stripe-sandbox/types";
import { every, type Fault, untilAborted } from "./fault.ts";

const calls = { path: "/v1/**", times: null } as const;

/** Lasts as long as the load does; how often each call is hit is counted from Stripe's own history. */
function lasting(faults: (seed: number) => FaultRequest[]): Fault {
  return async ({ stripeFaults }, random, signal) => {
    const end = stripeFaults.add(faults(random.integer(1, 1_000_000)));
    await untilAborted(signal);
    end();
  };
}

/** The call took effect, and its caller does not learn of it. */
export const loseAnswers = lasting((seed) => [
  { ...calls, method: "POST", probability: 0.06, seed, after: "reset" },
  { ...calls, method: "POST", probability: 0.03, seed: seed + 1, after: { status: 500 } },
  { ...calls, method: "GET", probability: 0.02, seed: seed + 2, after: "reset" },
]);

/** The call never arrived, or was sent away. */
export const failCalls = lasting((seed) => [
  { ...calls, probability: 0.03, seed, before: "reset" },
  {
    ...calls,
    probability: 0.03,
    seed: seed + 1,
    before: { status: 429, type: "rate_limit_error" },
  },
  { ...calls, probability: 0.03, seed: seed + 2, before: { status: 500 } },
]);

/**
 * Nothing comes back at all, whether it took effect or not: the caller gives up after ten seconds. Seldom, because
 * one payment waits for several calls.
 */
export const noAnswer = lasting((seed) => [
  { ...calls, probability: 0.001, seed, before: "no-answer" },
  { ...calls, method: "POST", probability: 0.002, seed: seed + 1, after: "no-answer" },
]);

export const slowCalls = lasting((seed) => [
  { ...calls, probability: 0.05, seed, latencyMs: 400 },
  { ...calls, probability: 0.02, seed: seed + 1, latencyMs: 1_500 },
]);

/** For a few seconds, nothing works there. */
export const stripeDown: Fault = every(
  [9_000, 18_000],
  async ({ stripeFaults, report }, random) => {
    report.count("stripe-down");
    const end = stripeFaults.goDown();
    await pause(random.between(1_000, 5_000));
    end();
  },
);
