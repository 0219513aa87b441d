import { eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { outbox } from "#db/schema/outbox.ts";
import { parseId } from "#kernel/ids.ts";

/** A domain event as it was recorded; null when it is no longer kept. */
export async function findDomainEvent(domainEventId: string) {
  const id = parseId<"domain-event">(domainEventId);
  if (!id) return null;
  const { type, version, data, occurredAt } = outbox;
  const [found] = await db()
    .select({ id: outbox.id, type, version, data, occurredAt })
    .from(outbox)
    .where(eq(outbox.id, id));
  return found ?? null;
}
