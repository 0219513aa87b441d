import type { SandboxState } from "./sandbox-state.ts";
import type { ScheduledWork } from "./scheduled-work.ts";

export function scheduleWork(state: SandboxState, work: ScheduledWork): void {
  state.schedule.push(work);
}
