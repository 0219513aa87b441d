import { findSellable } from "#lib/events/find-event.ts";
import { listSellableEvents, type SellableEvent } from "#lib/events/list-sellable-events.ts";

/** An event that a seller may mean, as JSON has it. */
export type FoundEvent = Omit<SellableEvent, "startsAt"> & { startsAt: string };

/**
 * What the sell form finds while somebody types (`q`), or the one event of an `id`. Kept nowhere: whoever lists the
 * first ticket of an event finds that event when they come back for the next.
 */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  const id = asked.get("id");
  const found = id ? await findOne(id) : await listSellableEvents(asked.get("q") ?? "");
  return Response.json(found, { headers: { "Cache-Control": "no-store" } });
}

async function findOne(name: string): Promise<SellableEvent[]> {
  const event = await findSellable(name);
  if (!event) return [];
  const { id, title, category, venue, city, startsAt, timeZone } = event;
  return [{ id, title, category, venue, city, startsAt, timeZone }];
}
