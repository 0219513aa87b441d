import { eq, isNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { aTicket, anEvent } from "#test/support/factories.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { db } from "./client.ts";
import { migrateTables } from "./migrate.ts";
import { events } from "./schema/events.ts";
import { tickets } from "./schema/tickets.ts";

const database = useDatabase();

test("rows without a fold get theirs, also those that are now the same event, and once", async () => {
  const startsAt = new Date(Date.now() + 1e9);
  const titles = ["Guns N’ Roses", "GUNS N' ROSES"];
  const unfolded = { titleFolded: null, venueFolded: null, cityFolded: null, words: null };
  const made = [];
  for (const title of titles)
    made.push(await anEvent({ title, venue: "Æther", city: "Łódź", startsAt, ...unfolded }));
  const partly = await anEvent({ cityFolded: null });
  const wordless = await anEvent({ title: "Wordless", words: null });
  const ticket = await aTicket({ title: "Zwölf" });
  for (let at = 0; at < 600; at += 1) await anEvent(unfolded);
  await migrateTables(database.url);
  for (const id of made) {
    expect((await db().select().from(events).where(eq(events.id, id)))[0]).toMatchObject({
      titleFolded: "guns n' roses",
      venueFolded: "aether",
      cityFolded: "lodz",
      words: "guns n roses aether lodz",
    });
  }
  const [folded] = await db().select().from(tickets).where(eq(tickets.id, ticket.id));
  expect(folded).toMatchObject({ titleFolded: "zwolf", version: ticket.version });
  const [mended] = await db().select().from(events).where(eq(events.id, partly));
  expect(mended).toMatchObject({ cityFolded: "amsterdam" });
  const [worded] = await db().select().from(events).where(eq(events.id, wordless));
  expect(worded).toMatchObject({ words: "wordless paradiso amsterdam" });
  expect(await db().select().from(events).where(isNull(events.titleFolded))).toEqual([]);
  await migrateTables(database.url);
});
