import { readFileSync } from "node:fs";
import path from "node:path";

/** A piece of the app that is changed while it is being loaded; the file stays as it is. */
export type Edit = { file: string; find: string; put: string };

const root = path.resolve(import.meta.dirname, "../../..");

/** Makes sure that every piece is still there, and once: an edit that changes nothing, or something else, proves nothing. */
export function requirePlaces(whose: string, edits: Edit[]): void {
  for (const { file, find } of edits) {
    const times = readFileSync(path.join(root, file), "utf8").split(find).length - 1;
    if (times !== 1)
      throw new Error(`What ${whose} changes in ${file} is there ${times} times: ${find}`);
  }
}
