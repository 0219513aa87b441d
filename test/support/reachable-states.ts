import type { Lifecycle } from "#kernel/lifecycle.ts";

/** Every state that can be reached from `start`, itself included. */
export function reachableStates<State extends string>(
  lifecycle: Lifecycle<State>,
  start: State,
): State[] {
  const reached = new Set([start]);
  for (const state of reached) for (const next of lifecycle[state]) reached.add(next);
  return [...reached].toSorted();
}

export function finalStates<State extends string>(lifecycle: Lifecycle<State>): State[] {
  const states = Object.keys(lifecycle) as State[]; // a Record's keys are its key type
  return states.filter((state) => lifecycle[state].length === 0).toSorted();
}
