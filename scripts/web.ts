import { EnvironmentProblem, environment } from "#kernel/environment.ts";
import { nextBinary } from "#stack/build-web.ts";

try {
  Object.assign(process.env, { NODE_ENV: process.env.NODE_ENV ?? "production" });
  process.argv.splice(
    1,
    process.argv.length,
    nextBinary,
    "start",
    "-p",
    String(environment().PORT),
  );
  await import(nextBinary); // runs Next's command in this process, which signals reach directly
} catch (error) {
  console.error(error instanceof EnvironmentProblem ? error.message : error);
  process.exit(1);
}
