import { asc, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { outbox } from "#db/schema/outbox.ts";
import { charges } from "#db/schema/payments.ts";
import type { OrderId } from "#kernel/ids.ts";
import {
  currentVersion,
  type DomainEvent,
  isDomainEventType,
  parseDomainEventData,
} from "#lib/domain-events/domain-events.ts";

/** What happened to an order and to its money, by the domain events of both, oldest first. */
export async function listOrderHistory(orderId: OrderId): Promise<DomainEvent[]> {
  // An array that is made once, so that the index by subject is used.
  const subjects = sql`array(
    select ${charges.id} from ${charges} where ${charges.orderId} = ${orderId}
    union all select ${orderId}::uuid)`;
  const rows = await db()
    .select({
      id: outbox.id,
      type: outbox.type,
      version: outbox.version,
      occurredAt: outbox.occurredAt,
      data: outbox.data,
    })
    .from(outbox)
    .where(sql`${outbox.subjectId} = any(${subjects})`)
    .orderBy(asc(outbox.occurredAt), asc(outbox.id));
  return rows.flatMap(({ type, version, data, ...row }) => {
    if (!isDomainEventType(type) || version > currentVersion(type)) return []; // a newer worker's, while a deploy is under way
    return [{ ...row, type, data: parseDomainEventData(type, version, data) } as DomainEvent]; // the data is the type's
  });
}
