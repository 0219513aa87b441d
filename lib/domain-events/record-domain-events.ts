import { sql } from "drizzle-orm";
import { outbox } from "#db/schema/outbox.ts";
import { afterCommit, type Tx } from "#db/transaction.ts";
import { newId } from "#kernel/ids.ts";
import {
  currentVersion,
  type DomainEventData,
  type DomainEventType,
  subjectOf,
} from "./domain-events.ts";
import { wakeRelay } from "./wake-relay.ts";

/** What happened: a domain event before it is recorded. */
export type Happening = {
  [Type in DomainEventType]: { type: Type; facts: DomainEventData<Type> };
}[DomainEventType];

/**
 * `recordDomainEvent` for everything that one transaction did: one statement, one parameter, however many there are.
 * They are kept in the order given.
 */
export async function recordDomainEvents(
  tx: Tx,
  occurredAt: Date,
  happenings: Happening[],
): Promise<void> {
  if (happenings.length === 0) return;
  afterCommit(tx, wakeRelay);
  const rows = happenings.map(({ type, facts }) => ({
    id: newId<"domain-event">(),
    type,
    version: currentVersion(type),
    subject_id: subjectOf(type, facts),
    data: facts,
  }));
  await tx.execute(sql`
    insert into ${outbox} (id, type, version, subject_id, data, occurred_at)
    select id, type, version, subject_id, data, ${occurredAt.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as rows (id uuid, type text, version int, subject_id uuid, data jsonb)`);
}
