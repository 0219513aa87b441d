import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { benchLock } from "#test/bench/lock/lock.ts";
import { type Figure, reportFigures } from "#test/bench/report-figures.ts";
import { createDatabase } from "#stack/create-database.ts";
import { startPostgres } from "#stack/embedded-postgres.ts";
import { migrate } from "#stack/migrate.ts";

const benches: Record<string, (databaseUrl: string) => Promise<Figure[]>> = { lock: benchLock };
const wanted = process.argv.slice(2).filter((argument) => argument !== "--");

/** On a Postgres of their own, with its usual safety: fsync on. */
const folder = await mkdtemp(path.join(tmpdir(), "rowlock-bench-"));
const postgres = await startPostgres({ folder: path.join(folder, "postgres") });
try {
  await createDatabase(postgres.url);
  await migrate(postgres.url);
  for (const name of wanted.length > 0 ? wanted : Object.keys(benches)) {
    const bench = benches[name];
    if (!bench)
      throw new Error(
        `There is no benchmark called ${name}. There are: ${Object.keys(benches).join(", ")}.`,
      );
    const within = reportFigures(
      name,
      await bench(postgres.url),
      path.resolve(process.env.ROWLOCK_DATA || ".data"),
    );
    if (!within) process.exitCode = 1;
  }
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}
