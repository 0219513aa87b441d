import { expect, test } from "vitest";
import { pageAddress, readFilters } from "./event-address.ts";

test("a section and a number of people are read from an address", () => {
  expect(readFilters({ section: " Block  A ", admits: "2" })).toEqual({
    section: "Block A",
    admits: 2,
  });
});

test.each([
  {},
  { section: "", admits: "" },
  { section: " \u0000\u0007 ", admits: "0" },
  { section: ["A", "B"], admits: ["2", "3"] },
  { section: "\u200b", admits: "two" },
  { admits: "21" },
  { admits: "-1" },
  { admits: "1e1" },
  { admits: "2.5" },
  { admits: "99999999999999999999" },
])("what cannot be meant is left out: %j", (search) => {
  expect(readFilters(search)).toEqual({ section: null, admits: null });
});

test("however long a section in an address is, no more is read than a section can have", () => {
  expect(readFilters({ section: "x".repeat(10_000) }).section).toHaveLength(120);
});

test("the address of a page keeps what the tickets were asked for by", () => {
  const filters = readFilters({ section: "Block A&B", admits: "2" });
  const address = pageAddress({ slug: "a-b" }, filters, { after: "abc" });
  expect(address).toBe("/events/a-b?after=abc&section=Block+A%26B&admits=2");
  const search = Object.fromEntries(new URL(address, "https://rowlock.example").searchParams);
  expect(readFilters(search)).toEqual(filters);
});
