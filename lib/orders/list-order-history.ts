import { asc, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { outbox } from "#db/schema/outbox.ts";
import type { OrderId } from "#kernel/ids.ts";
import { type DomainEventType, isDomainEventType } from "#lib/domain-events/domain-events.ts";

/** What happened to an order, by its domain events, oldest first. */
export async function listOrderHistory(
  orderId: OrderId,
): Promise<{ at: Date; type: DomainEventType }[]> {
  const rows = await db()
    .select({ at: outbox.occurredAt, type: outbox.type })
    .from(outbox)
    .where(eq(outbox.subjectId, orderId))
    .orderBy(asc(outbox.occurredAt), asc(outbox.id));
  return rows.flatMap(({ at, type }) => (isDomainEventType(type) ? [{ at, type }] : []));
}
