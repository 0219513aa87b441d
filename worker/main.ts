import { environment } from "#kernel/environment.ts";
import { report } from "#kernel/report.ts";
import { requireDatabase, startSentence } from "#lib/operations/start-problem.ts";
import { startWorker } from "./start-worker.ts";

// Node would print what nobody caught as it is, with all that an error carries.
process.on("uncaughtException", (error) => {
  report("error", "the worker broke", { error });
  process.exit(1);
});

try {
  environment();
  await requireDatabase();
  const worker = await startWorker();
  report("info", "worker ready");
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void worker.stop().then(() => process.exit(0)));
  }
} catch (error) {
  console.error(startSentence(error));
  process.exit(1);
}
