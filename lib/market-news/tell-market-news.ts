import { sql } from "drizzle-orm";
import { anyOf } from "#db/any-of.ts";
import { lookingDb } from "#db/client.ts";
import { tickets } from "#db/schema/tickets.ts";
import type { Tx } from "#db/transaction.ts";
import { type EventId, parseId, type TicketId } from "#kernel/ids.ts";

export const newsChannel = "rowlock_market_news";

/** Of a hundred pairs of ids: Postgres notifies of less than 8000 bytes at a time. */
const mostAtOnce = 100;

/** What is told: which tickets of which events have changed, or of which events what lists read of them has. */
export type MarketNews = {
  tickets: { ticketId: TicketId; eventId: EventId }[];
  events: EventId[];
};

/** Tells every web process, once `tx` is committed and only then, that these tickets have changed. */
export async function tellTicketsChanged(tx: Tx, ticketIds: readonly TicketId[]): Promise<void> {
  if (ticketIds.length === 0) return;
  const part = sql`(row_number() over () - 1) / ${mostAtOnce}::int as part`;
  const changed = sql`
    select ${tickets.id} as id, ${tickets.eventId} as event_id, ${part}
    from ${tickets} where ${anyOf(tickets.id, ticketIds)}`;
  await tx.execute(sql`
    select pg_notify(${newsChannel}, 'tickets ' || string_agg(id || ':' || event_id, ','))
    from (${changed}) as changed group by part`);
}

/** Tells them that what lists read of these events has changed. */
export async function tellEventsChanged(tx: Tx, eventIds: readonly EventId[]): Promise<void> {
  const parts = Math.ceil(eventIds.length / mostAtOnce);
  const payloads = Array.from({ length: parts }, (_, part) =>
    eventIds.slice(part * mostAtOnce, (part + 1) * mostAtOnce).join(","),
  );
  if (parts === 0) return;
  await tx.execute(sql`
    select pg_notify(${newsChannel}, 'events ' || payload)
    from jsonb_array_elements_text(${JSON.stringify(payloads)}::jsonb) as payload`);
}

/** Tells them nothing, by which each hears that it still hears. */
export async function tellPulse(): Promise<void> {
  await lookingDb().execute(sql`select pg_notify(${newsChannel}, 'pulse')`);
}

/** What a notification says; nothing where it is not one of ours. */
export function readMarketNews(payload: string): MarketNews {
  const [about, list = ""] = payload.split(" ");
  const told = list.split(",");
  if (about === "events")
    return { tickets: [], events: told.flatMap((id) => parseId<"event">(id) ?? []) };
  if (about !== "tickets") return { tickets: [], events: [] };
  const pairs = told.flatMap((pair) => {
    const [ticketId, eventId] = pair.split(":");
    const ids = {
      ticketId: parseId<"ticket">(ticketId ?? ""),
      eventId: parseId<"event">(eventId ?? ""),
    };
    return ids.ticketId && ids.eventId ? [{ ticketId: ids.ticketId, eventId: ids.eventId }] : [];
  });
  return { tickets: pairs, events: [] };
}
