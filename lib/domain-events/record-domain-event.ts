import { sql } from "drizzle-orm";
import { prepared } from "#db/prepared.ts";
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

const insertDomainEvent = prepared((database) =>
  database.insert(outbox).values({
    id: sql.placeholder("id"),
    type: sql.placeholder("type"),
    version: sql.placeholder("version"),
    subjectId: sql.placeholder("subjectId"),
    data: sql.placeholder("data"),
    occurredAt: sql.placeholder("occurredAt"),
  }),
);

/**
 * Records that something happened, in the transaction in which it happened; the worker does what follows from it.
 * `occurredAt` is the clock reading that the transaction decided by.
 */
export async function recordDomainEvent<Type extends DomainEventType>(
  tx: Tx,
  type: Type,
  occurredAt: Date,
  facts: DomainEventData<Type>,
): Promise<void> {
  afterCommit(tx, wakeRelay);
  await insertDomainEvent(tx, {
    id: newId<"domain-event">(),
    type,
    version: currentVersion(type),
    subjectId: subjectOf(type, facts),
    data: facts,
    occurredAt,
  });
}
