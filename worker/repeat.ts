import { setTimeout as pause } from "node:timers/promises";
import { report } from "#kernel/report.ts";

type Repeated = { name: string; everySeconds: number; run: () => Promise<unknown> };

/**
 * Runs something again and again until `signal` aborts, never twice at once, and carries on after a
 * failure. Resolves when the last run has ended.
 */
export async function repeat(
  { name, everySeconds, run }: Repeated,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await run().catch((error: unknown) =>
      report("error", "scheduled work failed", { name, error }),
    );
    await pause(everySeconds * 1000, undefined, { signal }).catch(() => {}); // aborted: the loop ends
  }
}
