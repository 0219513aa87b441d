import { environment } from "#kernel/environment.ts";
import { requireDatabase, startSentence } from "#lib/operations/start-problem.ts";
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
  await requireDatabase(); // before Next says that it is ready
  await import(nextBinary); // runs Next's command in this process, which signals reach directly
} catch (error) {
  console.error(startSentence(error));
  process.exit(1);
}
