import { EnvironmentProblem, environment } from "#kernel/environment.ts";
import { migrate } from "#stack/migrate.ts";

try {
  await migrate(environment().DATABASE_URL);
  console.log("The database is up to date.");
} catch (error) {
  console.error(error instanceof EnvironmentProblem ? error.message : error);
  process.exitCode = 1;
}
