// Loaded before a program of ours: lets it die, as of kill -9, at the breakpoint TORTURE_DEATH names.
import { writeDeathNotice } from "./death-notice.ts";
import type { Death } from "./plan-deaths.ts";

declare global {
  /** Called at every breakpoint; see breakpoints.ts. */
  var passing: (breakpoint: string) => void;
}

const death = JSON.parse(process.env["TORTURE_DEATH"] ?? "null") as Death | null; // written by start-programs.ts

globalThis.passing = (breakpoint) => {
  const age = performance.now();
  if (death?.breakpoint !== breakpoint || age < death.from || age > death.until) return;
  writeDeathNotice(breakpoint);
  process.kill(process.pid, "SIGKILL");
};
