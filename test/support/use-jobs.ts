import { sql } from "drizzle-orm";
import type { PgBoss } from "pg-boss";
import { afterAll, beforeAll } from "vitest";
import { db } from "#db/client.ts";
import { environment } from "#kernel/environment.ts";
import { openJobQueue } from "#worker/open-job-queue.ts";

let opened: PgBoss | undefined;

/** Opens the job queue of this file's database. No worker runs unless the test starts one. */
export function useJobs(): void {
  beforeAll(async () => {
    opened = openJobQueue(environment().DATABASE_URL);
    await opened.start();
  });
  afterAll(() => opened?.stop({ graceful: false }));
}

export function jobQueue(): PgBoss {
  if (!opened)
    throw new Error("The job queue opens in beforeAll: call useJobs(), and use it inside a test.");
  return opened;
}

type StoredJob = {
  id: string;
  name: string;
  state: string;
  start_after: string;
  data: Record<string, unknown>;
};

/** The jobs that carry this domain event. */
export async function jobsAbout(domainEventId: string): Promise<StoredJob[]> {
  const rows = await db().execute<StoredJob>(sql`
    select id, name, state, start_after, data from pgboss.job
    where data->>'id' = ${domainEventId} order by name`);
  return [...rows];
}
