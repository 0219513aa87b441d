import path from "node:path";
import { readEnvironment } from "#kernel/environment.ts";
import { StartProblem, startSentence } from "#lib/operations/start-problem.ts";
import { buildWeb } from "#stack/build-web.ts";
import { startPostgres } from "#stack/embedded-postgres.ts";
import { isFree } from "#stack/free-port.ts";
import { greeting } from "#stack/greeting.ts";
import { holdFolder } from "#stack/hold-folder.ts";
import { seedIfEmpty } from "#stack/seed-if-empty.ts";
import { startStack } from "#stack/start-stack.ts";

const dev = process.argv.includes("--dev");
const folder = path.resolve(process.env.ROWLOCK_DATA || ".data");
const stops: (() => Promise<void>)[] = [];
const { promise: interrupted, resolve: interrupt } = Promise.withResolvers<"interrupted">();

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.on(signal, () => interrupt("interrupted"));
process.exitCode = await run();
for (const stop of stops.toReversed()) await stop();
process.exit();

async function run(): Promise<number> {
  try {
    const trouble = await Promise.race([bringUp(), interrupted]);
    if (trouble === "interrupted") return sayGoodbye();
    console.error(`\n${trouble}\nStopping the rest.`);
  } catch (error) {
    console.error(startSentence(error));
  }
  return 1;
}

/** Starts everything and prints where it is. Resolves when a part of it ends, with a sentence saying which. */
async function bringUp(): Promise<string> {
  // What is embedded needs no address; all else is as it will be for web and worker.
  const DATABASE_URL = process.env.DATABASE_URL || "postgres://embedded";
  const { PORT: port } = readEnvironment({ ...process.env, DATABASE_URL });
  const release = holdFolder(folder);
  stops.push(async () => release());
  if (!(await isFree(port))) {
    throw new StartProblem(
      `Port ${port} is in use. Stop what uses it, or choose another: PORT=${port + 1} npm start`,
    );
  }
  const [postgres] = await Promise.all([openPostgres(), dev ? undefined : buildWeb()]);
  const stack = await startStack({
    port,
    dev,
    databaseUrl: postgres.url,
    sandboxFile: path.join(folder, "stripe-sandbox.json"),
    onStarted: (stop) => stops.push(stop),
    onLine: (name, line) => (dev || isTrouble(line) ? console.log(`${name}: ${line}`) : undefined),
  });
  await seedIfEmpty(stack.env);
  console.log(greeting(stack, postgres.url));
  return Promise.race([stack.broken, ...(postgres.ended ? [postgres.ended] : [])]);
}

async function openPostgres() {
  if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL, ended: undefined };
  const postgres = await startPostgres({ folder: path.join(folder, "postgres") });
  stops.push(postgres.stop);
  return postgres;
}

function isTrouble(line: string): boolean {
  return /"severity":"(warning|error)"|⨯|Error:/.test(line);
}

function sayGoodbye(): number {
  console.log("\nStopping …");
  return 0;
}
