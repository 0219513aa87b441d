import { readFileSync } from "node:fs";
import path from "node:path";
import type { FaultName } from "../faults/catalogue.ts";

/** A line of the app that is changed while it is being loaded; the file stays as it is. */
export type Edit = { file: string; find: string; put: string };

export type Control = {
  name: string;
  /** The check that must notice. */
  caughtBy: string;
  edits: Edit[];
  /** Said to the database before anybody comes. */
  sql: string[];
  faults: FaultName[];
};

const root = path.resolve(import.meta.dirname, "../..");

/** Makes sure that every guard is still where it is to be taken out; a control that changes nothing proves nothing. */
export function requireGuards({ name, edits }: Control): void {
  for (const { file, find } of edits)
    if (!readFileSync(path.join(root, file), "utf8").includes(find))
      throw new Error(`The control "${name}" does not find its guard in ${file} any more.`);
}
