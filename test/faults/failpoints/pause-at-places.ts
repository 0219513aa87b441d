// Loaded before a program: lets some of its transactions stay open for a while before they commit.
import { setTimeout as pause } from "node:timers/promises";

declare global {
  /** Called at every pause; see test/mutants/pauses.ts. */
  var pauseForFault: () => Promise<void>;
}

const share = 0.3;
const longestMilliseconds = 25;

globalThis.pauseForFault = async () => {
  if (Math.random() < share) await pause(Math.random() * longestMilliseconds);
};
