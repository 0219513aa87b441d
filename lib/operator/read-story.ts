import { asc, desc, eq, inArray, sql } from "drizzle-orm";
import { anyOf } from "#db/any-of.ts";
import { db } from "#db/client.ts";
import { users } from "#db/schema/auth.ts";
import { operatorActs } from "#db/schema/operator.ts";
import { outbox } from "#db/schema/outbox.ts";
import { readFlow } from "#lib/domain-events/flow.ts";
import { jobIdOf } from "#lib/domain-events/job-id.ts";

/** One try of a subscriber to follow a domain event: the job as it was made, or a later one in its place. */
export type StoryJob = {
  id: string;
  subscriber: string;
  /** How it stands; `dead` is left to an operator. */
  state: "waiting" | "running" | "done" | "failed" | "dead";
  tries: number;
  /** When it is or was due, and when it ended. */
  dueAt: Date;
  endedAt: Date | null;
  /** Why its last try failed. */
  error: string | null;
  /** Whether it came after the first, by an operator. */
  isAgain: boolean;
};

export type StoryEntry = {
  id: string;
  type: string;
  occurredAt: Date;
  facts: Record<string, unknown>;
  /** Until the relay has handed it on. */
  isWaiting: boolean;
  jobs: StoryJob[];
  /** Those that follow and of whose job nothing is kept any more: done more than a day ago. */
  forgotten: string[];
  /** Of an operator's act: who did it, and why. */
  act: { by: string; why: string } | null;
};

/** As many as a page shows: an order has a dozen. */
const most = 200;

/**
 * All that happened to these subjects (an order, its ticket, its payments), the oldest first, and what came of each
 * domain event at every subscriber. `mentions` keeps of the subjects' domain events those that tell of this id.
 */
export async function readStory(
  subjectIds: string[],
  mentions: string | null = null,
): Promise<StoryEntry[]> {
  const rows = await db()
    .select()
    .from(outbox)
    .where(inArray(outbox.subjectId, subjectIds))
    .orderBy(desc(outbox.id))
    .limit(most);
  const told = rows
    .filter(({ data }) => mentions === null || JSON.stringify(data).includes(mentions))
    .toReversed();
  const acts = await readActs(told);
  const causes = told.flatMap(({ id, type }) =>
    followersOf(type).map((subscriber) => jobIdOf(id, subscriber)),
  );
  const replays = [...acts.values()].flatMap(({ id, details }) =>
    details["subscriber"] ? [jobIdOf(id, details["subscriber"])] : [],
  );
  const jobs = await readJobs([...causes, ...replays]);
  return told.map((row) => asEntry(row, jobs, acts));
}

type Row = typeof outbox.$inferSelect;
type JobRow = { event: string; job: StoryJob };
type ActRow = { id: string; by: string; why: string; details: Record<string, string> };

function asEntry(row: Row, jobs: JobRow[], acts: Map<string, ActRow>): StoryEntry {
  const { id, type, occurredAt, relayedAt, data } = row;
  const facts = data as Record<string, unknown>; // the catalogue's schemas are all of objects
  const own = jobs.filter(({ event }) => event === id);
  const known = new Set(own.map(({ job }) => job.subscriber));
  const act = acts.get(String(facts["actId"]));
  return {
    id,
    type,
    occurredAt,
    facts,
    isWaiting: relayedAt === null,
    jobs: own.map(({ job }) => job),
    forgotten: relayedAt ? followersOf(type).filter((name) => !known.has(name)) : [],
    act: act ? { by: act.by, why: act.why } : null,
  };
}

type KeptJob = Omit<StoryJob, "dueAt" | "endedAt"> & {
  event: string;
  due: string;
  ended: string | null;
  /** Of a dead letter: the job that failed. */
  failed: string | null;
};

/** By their ids, and by the first of their line where they were tried again. */
async function readJobs(ids: string[]): Promise<JobRow[]> {
  if (ids.length === 0) return [];
  const wanted = sql`any(${`{${ids.join(",")}}`}::uuid[])`;
  const rows = await db().execute<KeptJob>(sql`
    select id, coalesce(source_name, name) as subscriber, data ->> 'id' as event,
      case when name = 'dead-letters' then 'dead'
        when state = 'completed' then 'done' when state = 'active' then 'running'
        when state in ('failed', 'cancelled') then 'failed' else 'waiting' end as state,
      coalesce(source_retry_count + 1, retry_count + (state >= 'active')::int) as tries,
      start_after::text as due, completed_on::text as ended,
      coalesce(source_output, output) ->> 'message' as error,
      source_root_id is not null and name <> 'dead-letters' as "isAgain",
      case when name = 'dead-letters' then source_id::text end as failed
    from pgboss.job
    where id = ${wanted} or source_root_id = ${wanted}
    order by created_on, id`);
  const nowDead = new Set(rows.map(({ failed }) => failed)); // told as a dead letter alone
  return rows
    .filter(({ id }) => !nowDead.has(id))
    .map(({ event, due, ended, failed: _failed, ...job }) => ({
      event,
      job: { ...job, dueAt: new Date(due), endedAt: ended ? new Date(ended) : null },
    }));
}

async function readActs(rows: Row[]): Promise<Map<string, ActRow>> {
  const ids = rows.flatMap(({ type, data }) =>
    type === "OperatorActed" ? [String((data as { actId?: unknown }).actId)] : [],
  );
  if (ids.length === 0) return new Map();
  const found = await db()
    .select({
      id: operatorActs.id,
      by: users.name,
      why: operatorActs.why,
      details: operatorActs.details,
    })
    .from(operatorActs)
    .innerJoin(users, eq(users.id, operatorActs.operatorId))
    .where(anyOf(operatorActs.id, ids))
    .orderBy(asc(operatorActs.createdAt));
  return new Map(found.map((act) => [act.id, act]));
}

function followersOf(type: string): string[] {
  return readFlow()
    .followers.filter(({ event }) => event === type)
    .map(({ subscriber }) => subscriber);
}
