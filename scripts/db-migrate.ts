import { environment } from "#kernel/environment.ts";
import { startSentence } from "#lib/operations/start-problem.ts";
import { migrate } from "#stack/migrate.ts";

try {
  await migrate(environment().DATABASE_URL);
  console.log("The database is up to date.");
} catch (error) {
  console.error(startSentence(error));
  process.exitCode = 1;
}
