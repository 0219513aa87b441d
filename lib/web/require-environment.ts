import { EnvironmentProblem, environment } from "#kernel/environment.ts";

/** Ends the process, saying what is wrong, when a variable is missing or malformed. */
export function requireEnvironment(): void {
  try {
    environment();
  } catch (error) {
    if (!(error instanceof EnvironmentProblem)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
