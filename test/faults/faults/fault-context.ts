import type { RunReport } from "../run-report.ts";
import type { Testbed } from "../testbed/testbed.ts";
import type { ActiveStripeFaults } from "./active-stripe-faults.ts";

/** What faults and checks see of a run. */
export type FaultContext = Testbed & {
  stripeFaults: ActiveStripeFaults;
  report: RunReport;
  /** Of the faults that take a whole process away, runs one at a time, so that each recovery can be timed. */
  alone: <T>(work: () => Promise<T>) => Promise<T>;
};
