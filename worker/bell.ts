import { setTimeout as pause } from "node:timers/promises";

/**
 * A bell that remembers: one rung while the relay is at work, and may have looked past what it was rung for, is heard
 * afterwards.
 */
export function hangBell(longestMilliseconds: number) {
  let rung = false;
  let wake = () => {};
  return {
    ring: () => {
      rung = true;
      wake();
    },
    /** What it was rung for until now is about to be looked for. */
    answer: () => {
      rung = false;
    },
    /** Ends when the bell rings or has rung, and after `longestMilliseconds` at the latest. */
    wait: async (signal: AbortSignal) => {
      if (rung) return;
      const woken = new AbortController();
      wake = () => woken.abort();
      await pause(longestMilliseconds, undefined, {
        signal: AbortSignal.any([signal, woken.signal]),
      }).catch(() => {});
    },
  };
}
