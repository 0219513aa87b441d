import { sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import { decodeCursor, encodeCursor } from "#kernel/cursor.ts";

/** A job that failed as often as it may, and waits for an operator. */
export type DeadLetter = {
  id: string;
  subscriber: string;
  /** The domain event it followed. */
  event: { id: string; type: string; subjectId: string | null };
  /** What it was to work with: ids and values, no personal data. */
  payload: unknown;
  error: string;
  tries: number;
  diedAt: Date;
};

export type DeadLetters = { rows: DeadLetter[]; older: string | null; count: number };

/** One that cannot be read is listed like the others: that is why it died. */
const uuid = "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$";
const pageLength = 25;
const cursorSchema = z.tuple([z.string().max(40), z.uuid()]);

/** Dead letters, those that died last first, a page at a time; `after` is the cursor of the page before. */
export async function listDeadLetters(after?: string): Promise<DeadLetters> {
  const place = decodeCursor(after ?? "", cursorSchema);
  const beyond = place
    ? sql`and (job.created_on, job.id) < (${place[0]}::timestamptz, ${place[1]}::uuid)`
    : sql``;
  const rows = await db().execute<Row>(sql`
    select job.id, job.source_name as subscriber, job.data as payload, job.created_on::text as died,
      coalesce(job.source_output ->> 'message', 'no reason was kept') as error,
      coalesce(job.source_retry_count, 0) + 1 as tries, outbox.subject_id as "subjectId"
    from pgboss.job
    left join outbox on outbox.id =
      case when job.data ->> 'id' ~* ${uuid} then (job.data ->> 'id')::uuid end
    where job.name = 'dead-letters' and job.state = 'created' ${beyond}
    order by job.created_on desc, job.id desc limit ${pageLength + 1}`);
  const [total] = await db().execute<{ count: number }>(sql`
    select count(*)::int as count from pgboss.job where name = 'dead-letters' and state = 'created'`);
  const shown = rows.slice(0, pageLength);
  const last = shown.at(-1);
  const older = rows.length > pageLength && last ? encodeCursor([last.died, last.id]) : null;
  return { rows: shown.map(asDeadLetter), older, count: total?.count ?? 0 };
}

type Row = {
  id: string;
  subscriber: string;
  payload: unknown;
  died: string;
  error: string;
  tries: number;
  subjectId: string | null;
};

const payloadSchema = z.looseObject({ id: z.string().catch(""), type: z.string().catch("") });

function asDeadLetter({ died, subjectId, ...row }: Row): DeadLetter {
  const { id, type } = payloadSchema.catch({ id: "", type: "" }).parse(row.payload);
  return { ...row, event: { id, type, subjectId }, diedAt: new Date(died) };
}
