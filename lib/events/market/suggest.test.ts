import { expect, test } from "vitest";
import { aTicket } from "#test/support/factories.ts";
import { bringToMarket } from "#test/support/market.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { suggest } from "./suggest.ts";

useDatabase();

test("events by their words, six at most, and cities by how they begin, each once", async () => {
  const tickets = [];
  for (let listed = 0; listed < 8; listed += 1) tickets.push(await aTicket());
  await bringToMarket(...tickets.map(({ id }) => id));
  expect((await suggest("even")).events).toHaveLength(6);
  expect((await suggest("AMST")).cities).toEqual(["Amsterdam"]);
  expect((await suggest("dam")).cities).toEqual([]);
});

test("nothing is suggested for nothing, and whatever is typed gets an answer", async () => {
  const nothing = { events: [], cities: [] };
  for (const typed of ["", " ", "\u0000"]) expect(await suggest(typed)).toEqual(nothing);
  for (const typed of ["'", "%", "\\", "{}", "x".repeat(10_000), "\u{10FFFF}", "\uD800"])
    expect((await suggest(typed)).events).toEqual([]);
});
