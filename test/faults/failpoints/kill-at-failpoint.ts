// Loaded before a program: kills it, as kill -9 does, at the failpoint in FAULTS_KILL.
import { writeKillNotice } from "./kill-notice.ts";
import type { Kill } from "./kill-schedule.ts";

declare global {
  /** Called at every failpoint; see test/mutants/failpoints.ts. */
  var reachFailpoint: (failpoint: string) => void;
}

const kill = JSON.parse(process.env["FAULTS_KILL"] ?? "null") as Kill | null; // written by start-programs.ts

globalThis.reachFailpoint = (failpoint) => {
  const age = performance.now();
  if (kill?.failpoint !== failpoint || age < kill.from || age > kill.until) return;
  writeKillNotice(failpoint);
  process.kill(process.pid, "SIGKILL");
};
