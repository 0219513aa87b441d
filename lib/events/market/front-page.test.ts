import { expect, test } from "vitest";
import { aTicket } from "#test/support/factories.ts";
import { bringToMarket } from "#test/support/market.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { readFrontPage } from "./front-page.ts";

useDatabase();

test("no event stands twice on the first page, no section is empty, and categories are counted", async () => {
  const tickets = [];
  for (let listed = 0; listed < 30; listed += 1) tickets.push(await aTicket());
  await bringToMarket(...tickets.map(({ id }) => id));
  const { sections, counts } = await readFrontPage();
  const ids = sections.flatMap(({ events }) => events.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThan(0);
  expect(ids.length).toBeLessThanOrEqual(24);
  for (const { events } of sections) expect(events.length).toBeGreaterThan(0);
  expect(counts.get("concert")).toBe(30);
});
