import { EnvironmentProblem, environment } from "#kernel/environment.ts";

/** Ends the process, saying what is wrong, when the environment is not one it can work in. */
export function requireEnvironment(): void {
  try {
    environment();
  } catch (error) {
    if (!(error instanceof EnvironmentProblem)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
