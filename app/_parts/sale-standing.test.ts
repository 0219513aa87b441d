import { expect, test } from "vitest";
import { saleStates } from "#lib/tickets/sale-state.ts";
import { saleStandings } from "./sale-standing.ts";

test("teal is for what is held for the reader, green for what is theirs, whatever others do is in neither", () => {
  expect(saleStandings.held.tone).toBe("held");
  expect(saleStandings.yours.tone).toBe("yours");
  for (const sale of saleStates)
    expect(["open", "busy", "done", "gone"]).toContain(saleStandings[sale].tone);
});

test("to a buyer and to its seller a ticket is called in their own words", () => {
  const words = (reader: "market" | "seller") =>
    saleStates.map((sale) => saleStandings[sale][reader]);
  expect(words("market")).toEqual([
    "Available",
    "Someone is paying",
    "Sold",
    "Withdrawn",
    "The event has begun",
    "The event was called off",
  ]);
  expect(words("seller")).toEqual([
    "For sale",
    "Someone is paying",
    "Sold",
    "You withdrew it",
    "Not sold: the event has begun",
    "Not sold: the event was called off",
  ]);
});
