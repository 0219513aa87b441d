import { violatedConstraint } from "#db/sql-state.ts";

/** The name of the constraint that was violated. Fails when none was. */
export async function violationOf(attempt: PromiseLike<unknown>): Promise<string> {
  try {
    await attempt;
  } catch (error) {
    const name = violatedConstraint(error);
    if (name !== undefined) return name;
    throw error;
  }
  throw new Error("Expected the database to refuse, but it was done.");
}
