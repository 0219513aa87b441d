import type { SandboxState } from "./sandbox-state.ts";

export type ScheduledKind =
  | "settle-charge"
  | "finish-refund"
  | "fail-refund"
  | "expire-authorization"
  | "open-dispute"
  | "decide-dispute"
  | "warn-of-fraud";

/** Something Stripe does by itself later. `due` is unix seconds on the sandbox's clock. */
export type ScheduledWork = { due: number; kind: ScheduledKind; objectId: string };

export function scheduleWork(state: SandboxState, work: ScheduledWork): void {
  state.schedule.push(work);
}

/** Takes what is due out of the schedule, oldest first. */
export function takeDueWork(state: SandboxState, now: number): ScheduledWork[] {
  const due = state.schedule.filter((work) => work.due <= now).toSorted((a, b) => a.due - b.due);
  state.schedule = state.schedule.filter((work) => work.due > now);
  return due;
}
