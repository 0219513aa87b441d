import { invalidParameter } from "./api-error.ts";

/** Stripe's limit for one object. */
const MOST_KEYS = 50;

/** An empty value removes its key; an empty string in place of the metadata removes them all. */
export function mergeMetadata(
  before: Record<string, string>,
  changes: Record<string, string> | "",
): Record<string, string> {
  if (changes === "") return {};
  return requireMetadataSize(
    Object.fromEntries(
      Object.entries({ ...before, ...changes }).filter(([, value]) => value !== ""),
    ),
  );
}

export function requireMetadataSize(metadata: Record<string, string>): Record<string, string> {
  const kept = Object.values(metadata).filter((value) => value !== "").length;
  if (kept <= MOST_KEYS) return metadata;
  throw invalidParameter(
    null,
    "metadata",
    `Metadata can have up to ${MOST_KEYS} keys, and this would make ${kept}.`,
  );
}
