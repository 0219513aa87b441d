import { expect, test } from "vitest";
import { inTransaction } from "#db/transaction.ts";
import { type EventId, newId } from "#kernel/ids.ts";
import { openProxy } from "#test/support/proxy.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { hearMarketNews } from "./hear-market-news.ts";
import { tellEventsChanged } from "./tell-market-news.ts";

const database = useDatabase();

test("a listener that has gone silent without being cut is noticed: what is told afterwards is heard", async () => {
  const proxy = await openProxy(database.url);
  const heard: unknown[] = [];
  const missed = Promise.withResolvers<void>();
  const listener = hearMarketNews(proxy.url, {
    onNews: (news) => heard.push(...news.events),
    onMissed: missed.resolve,
  });
  const tell = (eventId: EventId) => inTransaction((tx) => tellEventsChanged(tx, [eventId]));
  const [before, after] = [newId<"event">(), newId<"event">()];
  expect(await listener.isListening()).toBe(true);
  await listener.prove();
  await tell(before);
  await expect.poll(() => heard).toEqual([before]);
  proxy.fallSilent();
  void listener.prove();
  await missed.promise;
  await tell(after);
  await expect.poll(() => heard).toEqual([before, after]);
  await listener.end();
  await proxy.stop();
});

test("through a pooler nothing is ever heard", async () => {
  const listener = hearMarketNews(`${database.url}?prepare=false`, {
    onNews: () => {},
    onMissed: () => {},
  });
  expect(await listener.isListening()).toBe(false);
});
