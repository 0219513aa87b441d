import type { Edit } from "./edits/edit.ts";

/** A place in the app where the fault suite lets time pass, so that something can happen meanwhile. */
export type Pause = { name: string; file: string; statement: string };

export const pauses: Pause[] = [
  {
    name: "in-transaction-before-commit",
    file: "db/transaction.ts",
    statement: "once.workDone = true;",
  },
];

/** What makes a program wait at each: pause-at-places.ts, loaded before it, defines for how long. */
export function pauseEdits(): Edit[] {
  return pauses.map(({ file, statement }) => ({
    file,
    find: statement,
    put: `await globalThis.pauseForFault(); ${statement}`,
  }));
}
