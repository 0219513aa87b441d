import { asc, inArray, isNull, sql } from "drizzle-orm";
import { fromDrizzle, type JobInsert, type PgBoss } from "pg-boss";
import { databaseClock } from "#db/clock.ts";
import { outbox } from "#db/schema/outbox.ts";
import { sentTogether } from "#db/sent-together.ts";
import { isTransient } from "#db/sql-state.ts";
import { inTransaction, type Tx } from "#db/transaction.ts";
import { summarizeError } from "#kernel/describe-error.ts";
import { parseId, type TicketId } from "#kernel/ids.ts";
import { report } from "#kernel/report.ts";
import { markMarketOf } from "#lib/events/market/mark-market.ts";
import { tellTicketsChanged } from "#lib/market-news/tell-market-news.ts";
import { jobsFor, type OutboxRow } from "./jobs-for.ts";
import { unreadable } from "./operators-queues.ts";

// mutant: a relay with a cursor instead of a mark on each row
const batch = 200;

/**
 * Hands domain events over to the job queue: makes one job per subscription and marks the rows, in one
 * transaction, so that neither happens without the other. Each row has a mark, and SKIP LOCKED shares the rows
 * among workers; a cursor ("id above the last one") would lose the events of transactions that commit late.
 * Marks besides of which events tickets have changed, and tells open pages. Returns how many rows it took.
 */
export async function relayOutbox(boss: PgBoss): Promise<number> {
  return inTransaction(
    async (tx) => {
      const rows = await tx
        .select()
        .from(outbox)
        // mutant: a relay with a cursor instead of a mark on each row
        .where(isNull(outbox.relayedAt))
        .orderBy(asc(outbox.id))
        .limit(batch)
        .for("update", { skipLocked: true });
      // mutant: a relay with a cursor instead of a mark on each row
      if (rows.length === 0) return 0;
      // mutant: a relay that marks now and sends later
      // failpoint: after-send-before-mark
      await handOver(boss, tx, rows);
      const changed = ticketsOf(rows);
      await markMarketOf(tx, changed);
      await tellTicketsChanged(tx, changed);
      const ids = rows.map((row) => row.id);
      await tx.update(outbox).set({ relayedAt: databaseClock }).where(inArray(outbox.id, ids));
      // failpoint: after-mark-before-commit
      return rows.length;
    },
    { repeatable: true }, // jobs are named after their domain event
  );
}

/** Of which tickets these rows tell: all that happens to one is told by events of its own. */
function ticketsOf(rows: OutboxRow[]): TicketId[] {
  return rows.flatMap(({ type, subjectId }) => {
    const ticketId = type.startsWith("Ticket") ? parseId<"ticket">(subjectId) : null;
    return ticketId ? [ticketId] : [];
  });
}

/** All at once; if that fails, one by one, so that a bad row is set aside and holds up no other. */
async function handOver(boss: PgBoss, tx: Tx, rows: OutboxRow[]): Promise<void> {
  try {
    await tx.transaction((savepoint) => send(boss, savepoint, rows));
  } catch (error) {
    if (isTransient(error)) throw error; // says nothing about the rows
    if (rows.length > 1) {
      for (const row of rows) await handOver(boss, tx, [row]);
    } else {
      await setAside(boss, tx, rows, error);
    }
  }
}

async function send(boss: PgBoss, tx: Tx, rows: OutboxRow[]): Promise<void> {
  const byQueue = Map.groupBy(rows.flatMap(jobsFor), ({ queue }) => queue);
  const sent = [...byQueue].map(([queue, jobs]) => {
    const inserted = jobs.map(({ job }) => job);
    return [queue, insert(boss, tx, queue, inserted)] as const;
  });
  await sentTogether(Object.fromEntries(sent));
}

async function setAside(boss: PgBoss, tx: Tx, rows: OutboxRow[], error: unknown): Promise<void> {
  const reason = summarizeError(error);
  report("error", "a domain event cannot be relayed", { ids: rows.map((row) => row.id), error });
  await insert(
    boss,
    tx,
    unreadable,
    rows.map(({ id, type }) => ({ id, data: { id, type, reason } })),
  );
}

async function insert(boss: PgBoss, tx: Tx, queue: string, jobs: JobInsert[]): Promise<void> {
  await boss.insert(queue, jobs, { db: fromDrizzle(tx, sql) });
}
