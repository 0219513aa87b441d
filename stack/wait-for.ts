import { setTimeout as pause } from "node:timers/promises";

const everyMilliseconds = 100;

/** Asks again and again until the answer is yes. Throws, saying what it waited for, when that takes too long. */
export async function waitFor(
  isSo: () => Promise<boolean>,
  what: string,
  patienceMilliseconds = 90_000,
): Promise<void> {
  const started = performance.now();
  while (!(await isSo().catch(() => false))) {
    if (performance.now() - started > patienceMilliseconds)
      throw new Error(`Waited in vain for ${what}.`);
    await pause(everyMilliseconds);
  }
}
