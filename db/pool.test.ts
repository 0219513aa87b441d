import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { waitUntilWaiting } from "#test/support/barrier.ts";
import { aRequest, aTicket, someUsers } from "#test/support/factories.ts";
import { tally } from "#test/support/refusals.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { db, lookingDb, searchingDb } from "#db/client.ts";
import { listMarketEvents } from "#lib/events/market/list-market-events.ts";
import { marketSearch } from "#lib/events/market/market-search.ts";
import { readEventMarket } from "#lib/tickets/event-market.ts";
import { createOrder } from "#lib/orders/create-order.ts";

process.env["DATABASE_POOL_MAX"] = "2"; // before anything reads it
useDatabase();

test("with far more requests than connections, each waits its turn and gets its answer", async () => {
  const { id } = await aTicket();
  const buyers = await someUsers(60);
  const { done, refused } = await tally(buyers.map((buyer) => createOrder(buyer, aRequest(id))));
  expect({ done: done.length, refused }).toEqual({ done: 1, refused: { "ticket-locked": 59 } });
});

const search = (q: string) => listMarketEvents(marketSearch.parse({ q }), {});

test("however many searches are stuck, lists and buying are not, and the server gives a search one process", async () => {
  const { id, eventId } = await aTicket();
  const [buyer] = await someUsers(1);
  if (!buyer) throw new Error("There is nobody to buy.");
  const searching: Promise<unknown>[] = [];
  await db().transaction(async (tx) => {
    await tx.execute(sql`lock table market_events in access exclusive mode`);
    for (let begun = 0; begun < 12; begun += 1)
      searching.push(search(`nothing ${begun}`).catch(() => "given up"));
    await waitUntilWaiting(1);
    await lookingDb().execute(sql`select from events`);
    await db().execute(sql`select from events`);
  });
  expect(await readEventMarket(eventId)).toMatchObject({ available: 1 });
  await createOrder(buyer, aRequest(id));
  await Promise.all(searching);
  for (const database of [lookingDb(), searchingDb()]) {
    const [shown] = await database.execute(sql`show max_parallel_workers_per_gather`);
    expect(shown).toEqual({ max_parallel_workers_per_gather: "0" });
  }
});
