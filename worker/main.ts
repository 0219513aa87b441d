import { EnvironmentProblem, environment } from "#kernel/environment.ts";
import { report } from "#kernel/report.ts";
import { startWorker } from "./start-worker.ts";

try {
  environment();
  const worker = await startWorker();
  report("info", "worker ready");
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void worker.stop().then(() => process.exit(0)));
  }
} catch (error) {
  if (error instanceof EnvironmentProblem) console.error(error.message);
  else report("error", "worker cannot start", { error });
  process.exit(1);
}
