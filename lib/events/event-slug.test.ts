import { expect, test } from "vitest";
import { eventSlug } from "./event-slug.ts";

const startsAt = new Date("2031-06-01T23:30:00Z");
const slugOf = (title: string, timeZone = "UTC") =>
  eventSlug({ title, startsAt, timeZone }, "0197-000000-abcdef");

test.each([
  ["Sigur Rós", "sigur-ros"],
  ["Łódź", "lodz"],
  ["İstanbul", "istanbul"],
  ["Straße", "strasse"],
  ["Øya & Ærø", "oya-aero"],
  ["Guns N’ Roses", "guns-n-roses"],
  ["O'Neill", "oneill"],
  ["Beyonce\u0301", "beyonce"],
  ["くるり", "kururi"],
  ["서울", "seoul"],
  ["Цой", "tsoy"],
  ["!!! – live", "live"],
])("%s reads as %s", (title, words) => expect(slugOf(title)).toBe(`${words}-2031-06-01-abcdef`));

test("a title in any script is spelled, and one without any the day and the id", () => {
  expect(slugOf("أم كلثوم")).toMatch(/^[a-z-]+-2031-06-01-abcdef$/);
  expect(slugOf("初音ミク")).toMatch(/^[a-z-]+-2031-06-01-abcdef$/);
  expect(slugOf("…")).toBe("2031-06-01-abcdef");
});

test("the day is the venue's", () => {
  expect(slugOf("x", "Asia/Tokyo")).toBe("x-2031-06-02-abcdef");
  expect(slugOf("x", "America/Los_Angeles")).toBe("x-2031-06-01-abcdef");
});

test("it stays short, and ends no word with a line", () => {
  expect(slugOf("long ".repeat(30))).toMatch(/^(long-){12}2031-06-01-abcdef$/);
});
