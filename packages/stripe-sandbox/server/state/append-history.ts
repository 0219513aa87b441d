import type { HistoryEntry } from "./history-entry.ts";
import type { SandboxState } from "./sandbox-state.ts";

/** The newest entries kept: enough for a long load run, and small enough to be written to disk in one go. */
const LONGEST_HISTORY = 100_000;

export function appendHistory(state: SandboxState, entry: HistoryEntry): void {
  state.history.push(entry);
  if (state.history.length > LONGEST_HISTORY) state.history.shift();
}
