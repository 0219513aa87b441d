import { expect, test } from "vitest";
import { optionalLine, requiredLine, searchWords } from "./text-fields.ts";

const title = requiredLine(120, "The title", "Give it a title.");

test.each([
  "Two seats",
  "Zoë’s ticket",
  "座席 12",
  "🎟️",
  "👨‍👩‍👧‍👦 و می‌خواهم",
  "<b>'; drop table tickets",
])("%j is text like any other", (text) => expect(title.parse(text)).toBe(text));

test("space around it does not count", () => {
  expect(title.parse("  Two seats \n")).toBe("Two seats");
  for (const nothing of ["   ", "\u200B", undefined])
    expect(title.safeParse(nothing).error?.issues[0]?.message).toBe("Give it a title.");
});

test.each([
  ["a line break", "Two\nseats"],
  ["a null", "Two\u0000seats"],
  ["an override of the reading direction", "Two\u202Eseats"],
  ["a filler that shows nothing", "\u3164"],
  ["half a character", "Two\uD800seats"],
  ["a line separator", "Two\u2028seats"],
])("%s is refused", (_, text) => {
  expect(title.safeParse(text).error?.issues[0]?.message).toContain("cannot be shown");
});

test("120 characters are enough, 121 too many", () => {
  expect(title.parse("x".repeat(120))).toHaveLength(120);
  expect(title.safeParse("x".repeat(121)).success).toBe(false);
});

test("characters are counted as people see them, and what is only invisible does not count", () => {
  expect(title.parse(`${"e\u0301".repeat(120)}\u200B`)).toBe("é".repeat(120));
  expect(title.parse("🇳🇱".repeat(120))).toBe("🇳🇱".repeat(120));
  expect(title.safeParse("👨‍👩‍👧‍👦".repeat(121)).error?.issues[0]?.message).toContain("at most 120");
});

test("too many bytes are refused in other words than too many characters", () => {
  const problem = title.safeParse("👨‍👩‍👧‍👦".repeat(100)).error?.issues[0]?.message;
  expect(problem).toBe(
    "The title is too long: its characters are made of many signs. Please shorten it.",
  );
});

test("search words lose what cannot be shown, and no more", () => {
  expect(searchWords("  Beyonce\u0301\u0000 \u202ELondon\u200B ", 120)).toBe("Beyoncé London");
  expect(searchWords("می‌خواهم", 120)).toBe("می‌خواهم");
  expect(searchWords("\uD800", 120)).toBe("");
  expect(searchWords("x".repeat(200), 120)).toHaveLength(120);
});

test("nothing typed is nothing stored", () => {
  const row = optionalLine(20, "The row");
  expect([undefined, "", "  "].map((typed) => row.parse(typed))).toEqual([null, null, null]);
  expect(row.parse("F")).toBe("F");
});
