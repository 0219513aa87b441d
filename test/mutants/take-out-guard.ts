import type { Plugin } from "vitest/config";
import type { Guard } from "./guards.ts";

/** Lets the tests run without a guard: the code is loaded with its edits. Each edit must find its place. */
export function takeOutGuard({ name, edits }: Guard): Plugin {
  return {
    name: "take-out-guard",
    enforce: "pre",
    transform(code, id) {
      let edited = code;
      for (const { file, find, put } of edits.filter((edit) => id.endsWith(`/${edit.file}`))) {
        if (!edited.includes(find))
          throw new Error(`"${name}" does not find its guard in ${file} any more.`);
        edited = edited.replace(find, () => put);
      }
      return edited === code ? null : { code: edited, map: null };
    },
  };
}
