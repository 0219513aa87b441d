import { setTimeout as pause } from "node:timers/promises";
import { report } from "#kernel/report.ts";
import { refreshMarket } from "#lib/events/market/refresh-market.ts";
import type { hangBell } from "./bell.ts";

/** After a refresh that failed. */
const restMilliseconds = 1000;

/** Keeps what lists read of the market as the tickets are, whenever the bell tells of a change, until `signal` aborts. */
export async function keepMarket(
  bell: ReturnType<typeof hangBell>,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    bell.answer();
    try {
      while ((await refreshMarket()) > 0 && !signal.aborted);
      await bell.wait(signal);
    } catch (error) {
      report("error", "the market was not refreshed", { error });
      await pause(restMilliseconds, undefined, { signal }).catch(() => {});
    }
  }
}
