import type { Plugin } from "vitest/config";
import { applyEdits, type Edit, editsOf } from "./edit.ts";

/** Lets vitest load the app with edits. */
export function editInVite(edits: Edit[]): Plugin {
  return {
    name: "edits",
    enforce: "pre",
    /** What is kept of a file from one run to the next is kept without its edits. */
    configureVitest: ({ defineCacheKeyGenerator }) =>
      defineCacheKeyGenerator(({ id }) => (editsOf(id, edits).length === 0 ? null : false)),
    transform(code, id) {
      const ofFile = editsOf(id, edits);
      return ofFile.length === 0 ? null : { code: applyEdits(code, ofFile), map: null };
    },
  };
}
