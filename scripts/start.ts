import { mkdirSync } from "node:fs";
import path from "node:path";
import { buildWeb } from "#stack/build-web.ts";
import { startPostgres } from "#stack/embedded-postgres.ts";
import { isFree } from "#stack/free-port.ts";
import { greeting } from "#stack/greeting.ts";
import { seedIfEmpty } from "#stack/seed-if-empty.ts";
import { startStack } from "#stack/start-stack.ts";

const dev = process.argv.includes("--dev");
const port = Number(process.env.PORT || 3000);
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
    console.error(error instanceof Error ? error.message : error);
  }
  return 1;
}

/** Starts everything and prints where it is. Resolves when a part of it ends, with a sentence saying which. */
async function bringUp(): Promise<string> {
  if (!(await isFree(port))) {
    throw new Error(
      `Port ${port} is in use. Stop what uses it, or choose another: PORT=${port + 1} npm start`,
    );
  }
  mkdirSync(folder, { recursive: true });
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
