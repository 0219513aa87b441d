import type { JobInsert } from "pg-boss";
import type { outbox } from "#db/schema/outbox.ts";
import {
  type DomainEvent,
  isDomainEventType,
  parseDomainEventData,
} from "#lib/domain-events/domain-events.ts";
import { jobIdOf } from "#lib/domain-events/job-id.ts";
import type { JobData } from "./job-data.ts";
import { subscriptions } from "./subscriptions.ts";

export type OutboxRow = typeof outbox.$inferSelect;

/** The jobs that follow from a row of the outbox. Throws when the row cannot be read as a domain event. */
export function jobsFor(row: OutboxRow): { queue: string; job: JobInsert<JobData> }[] {
  const event = readDomainEvent({ ...row, occurredAt: row.occurredAt.toISOString() });
  const { id, type, version, data, occurredAt } = row;
  const payload = { id, type, version, data, occurredAt: occurredAt.toISOString() };
  return subscriptions
    .filter((subscription) => subscription.on === event.type)
    .map(({ subscriber, due }) => ({
      queue: subscriber.name,
      job: {
        id: jobIdOf(id, subscriber.name),
        data: payload,
        ...(due && { startAfter: due(event).toISOString() }),
      },
    }));
}

/** A domain event in today's shape, out of a row or a job. */
export function readDomainEvent({ id, type, version, data, occurredAt }: JobData): DomainEvent {
  if (!isDomainEventType(type)) throw new Error(`There is no domain event called ${type}.`);
  const event = {
    id,
    type,
    occurredAt: new Date(occurredAt),
    data: parseDomainEventData(type, version, data),
  };
  return event as DomainEvent; // the data was parsed as this type's
}
