import type { Metadata } from "./parameters.ts";

/** An empty value removes its key; an empty string in place of the metadata removes them all. */
export function mergeMetadata(
  before: Record<string, string>,
  changes: Metadata,
): Record<string, string> {
  if (changes === "") return {};
  return Object.fromEntries(
    Object.entries({ ...before, ...changes }).filter(([, value]) => value !== ""),
  );
}
