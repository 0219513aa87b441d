import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { events } from "#db/schema/events.ts";
import { inTransaction } from "#db/transaction.ts";
import { anEvent } from "#test/support/factories.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { createEvent } from "./create-event.ts";
import { newEventInput } from "./event-fields.ts";

useDatabase();

const described = {
  title: "Guns N’ Roses",
  category: "concert",
  venue: "Théâtre “Odéon”",
  city: "Lyon",
  country: "FR",
  startsAt: "2031-05-17T20:30",
};
const add = (given: Partial<typeof described> = {}) =>
  inTransaction((tx) =>
    createEvent(tx, newEventInput(new Date()).parse({ ...described, ...given })),
  );

test.each([
  { title: "Guns N' Roses" },
  { title: "GUNS N‘ ROSES" },
  { title: " guns  n\u02BC\u00A0roses\u200B" },
  { venue: 'THEATRE "ODEON"' },
  { venue: "The\u0301a\u0302tre «Ode\u0301on»", title: "Ｇuns N` Roses" },
])("written as %j, it is the same event", async (otherwise) => {
  expect(await add(otherwise)).toBe(await add());
});

test("what is kept is what was first written", async () => {
  const first = await add({ title: "Sigur Rós’ Night" });
  await add({ title: "SIGUR ROS' NIGHT" });
  const [event] = await db().select().from(events).where(eq(events.id, first));
  expect(event).toMatchObject({ title: "Sigur Rós’ Night", venue: "Théâtre “Odéon”" });
  expect(event?.slug).toMatch(/^sigur-ros-night-2031-05-17-/);
});

test.each([
  { title: "Guns N’ Noses" },
  { venue: "Odéon" },
  { title: "guns n' roses", city: "Oslo", country: "NO" },
  { startsAt: "2031-05-17T20:31" },
  { startsAt: "2031-05-18T20:30" },
])("with %j, it is another", async (other) => expect(await add(other)).not.toBe(await add()));

test("two who add it at once, each in their way, add one", async () => {
  const titles = ["Beyonc\u00E9", "Beyonce\u0301", "BEYONCÉ", "beyoncé", "Beyonce"];
  const ids = await Promise.all([...titles, ...titles].map((title) => add({ title })));
  expect(new Set(ids).size).toBe(1);
});

test("of rows from before the fold, all stay; the eldest is found, folded or not", async () => {
  const startsAt = newEventInput(new Date()).parse(described).startsAt;
  const same = { title: "Old Friends", venue: "Odéon", city: "Lyon", country: "FR", startsAt };
  const none = { titleFolded: null, venueFolded: null, cityFolded: null };
  const unfolded = await anEvent({ ...same, ...none });
  expect(await add({ title: "Old Friends", venue: "Odéon" })).toBe(unfolded);
  const folded = await anEvent({ ...same, title: "old friends" });
  expect(await add({ title: "OLD FRIENDS", venue: "Odeon" })).toBe(folded);
});
