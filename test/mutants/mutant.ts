import type { FaultName } from "#test/faults/faults/fault-names.ts";
import type { Edit } from "./edits/edit.ts";

/** By file, the titles of tests that must fail. */
type Tests = Record<string, string[]>;

/** The check of the fault suite that must find a violation, and the faults under which it does. */
type Check = {
  check: string;
  faults: FaultName[];
  /** The failpoint at which processes are killed; all of them, unless named. */
  diesAt?: string;
};

/** The app without one of its guards. What is there to kill it must kill it, or proves nothing. */
export type Mutant = {
  name: string;
  /** How the code differs, and what is run on the database before anything else. */
  edits?: Edit[];
  sql?: string[];
  killedBy: { tests: Tests; faultSuite?: Check } | { tests?: Tests; faultSuite: Check };
};
