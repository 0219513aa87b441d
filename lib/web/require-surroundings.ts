import { environment } from "#kernel/environment.ts";
import { requireDatabase, startSentence } from "#lib/operations/start-problem.ts";

/** Ends the process, saying what is wrong and what to do, when it could not work: no page would be shown. */
export async function requireSurroundings(): Promise<void> {
  try {
    environment();
    await requireDatabase();
  } catch (error) {
    process.stderr.write(`${startSentence(error)}\n`);
    process.exit(1);
  }
}
