"use client";

import { useSyncExternalStore } from "react";

const neverChanges = () => () => {};
const read = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The time zone of the reader's browser; null on the server, which cannot know it. */
export function useReadersTimeZone(): string | null {
  return useSyncExternalStore(neverChanges, read, () => null);
}
