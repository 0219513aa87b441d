import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { createDatabase } from "#stack/create-database.ts";
import { type EmbeddedPostgres, startPostgres } from "#stack/embedded-postgres.ts";
import { migrate } from "#stack/migrate.ts";

/** The fault suite's own connections, by their name in pg_stat_activity: faults never cut them off. */
export const observer = "fault suite";

export type DatabaseServer = {
  url: string;
  /** The observer's own connections, which come back by themselves. */
  sql: postgres.Sql;
  /** Ends Postgres by a signal, leaves it down for a while, and starts it where it was. Resolves to when it was back. */
  crash(signal: "SIGQUIT" | "SIGKILL", downMilliseconds: number): Promise<number>;
  stop(): Promise<void>;
};

/** A Postgres of its own with its usual safety: what it said is committed must survive anything. */
export async function startDatabaseServer(folder: string): Promise<DatabaseServer> {
  let running: EmbeddedPostgres = await startPostgres({ folder });
  const { url } = running;
  const port = Number(new URL(url).port);
  await createDatabase(url);
  await migrate(url);
  const sql = postgres(url, {
    max: 4,
    connect_timeout: 5,
    fetch_types: false,
    backoff: () => 0.1,
    onnotice: () => {},
    connection: { application_name: observer, statement_timeout: 20_000 },
  });
  return {
    url,
    sql,
    async crash(signal, downMilliseconds) {
      process.kill(running.pid, signal);
      await running.ended;
      await running.stop(); // ended already: only forgets
      await pause(downMilliseconds);
      running = await startAgain(folder, port);
      return Date.now();
    },
    async stop() {
      await sql.end({ timeout: 2 });
      await running.stop();
    },
  };
}

/** Backends of a killed postmaster notice within moments; until they are gone no other may start. */
async function startAgain(folder: string, port: number): Promise<EmbeddedPostgres> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await startPostgres({ folder, port });
    } catch (error) {
      if (tries === 50) throw error;
      await pause(100);
    }
  }
}
