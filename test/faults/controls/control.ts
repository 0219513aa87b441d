import type { Edit } from "../edits/edit.ts";
import type { FaultName } from "../faults/catalogue.ts";

export type Control = {
  name: string;
  /** The check that must notice. */
  caughtBy: string;
  /** What takes the guard out. */
  edits: Edit[];
  /** Said to the database before anybody comes. */
  sql: string[];
  faults: FaultName[];
  /** Where processes die when they are killed at points; anywhere, unless told. */
  diesAt?: string;
};
