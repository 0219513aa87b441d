import { seed } from "#stack/demo/seed.ts";
import { environment } from "#kernel/environment.ts";
import { startSentence } from "#lib/operations/start-problem.ts";

try {
  environment();
  console.log(
    (await seed()) ? "Demo data added." : "The database is not empty: nothing was added.",
  );
} catch (error) {
  console.error(startSentence(error));
  process.exitCode = 1;
}
