import { asc, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { eventWords } from "#db/schema/market-events.ts";
import { inTransaction } from "#db/transaction.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { learnWords } from "./learn-words.ts";

useDatabase();
beforeEach(async () => void (await db().delete(eventWords)));

const [may, june] = [new Date("2031-05-01T20:00Z"), new Date("2031-06-01T20:00Z")];
const learn = (...wordings: [string, Date][]) =>
  inTransaction((tx) =>
    learnWords(
      tx,
      wordings.map(([words, startsAt]) => ({ event_words: words, starts_at: startsAt })),
    ),
  );
const known = async () =>
  (await db().select().from(eventWords).orderBy(asc(eventWords.word))).map(
    ({ word, neededUntil }) => [word, neededUntil],
  );

test("each word once, for as long as an event with it is to come", async () => {
  await learn(["copper choir", june], ["copper foxes", may]);
  expect(await known()).toEqual([
    ["choir", june],
    ["copper", june],
    ["foxes", may],
  ]);
  await learn(["foxes choir", may], ["", june]);
  await learn(["foxes", june]);
  expect(await known()).toEqual([
    ["choir", june],
    ["copper", june],
    ["foxes", june],
  ]);
});

test("what is known for long enough is not written again", async () => {
  await learn(["copper choir", june]);
  const rows = () =>
    db()
      .select({ at: sql`ctid::text` })
      .from(eventWords)
      .orderBy(eventWords.word);
  const before = await rows();
  await learn(["choir copper", may]);
  expect(await rows()).toEqual(before);
});

test("many who learn the same at once, in any order, all succeed", async () => {
  const words = Array.from({ length: 60 }, (_, index) => `word${index}`);
  const learners = Array.from({ length: 8 }, (_, index) =>
    learn([(index % 2 ? words : words.toReversed()).join(" "), index < 4 ? may : june]),
  );
  await Promise.all(learners);
  expect(await known()).toEqual(words.toSorted().map((word) => [word, june]));
});
