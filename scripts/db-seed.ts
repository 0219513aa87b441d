import { seed } from "#stack/demo/seed.ts";
import { EnvironmentProblem, environment } from "#kernel/environment.ts";

try {
  environment();
  console.log(
    (await seed()) ? "Demo data added." : "The database is not empty: nothing was added.",
  );
} catch (error) {
  console.error(error instanceof EnvironmentProblem ? error.message : error);
  process.exitCode = 1;
}
