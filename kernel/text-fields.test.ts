import { expect, test } from "vitest";
import { optionalLine, requiredLine } from "./text-fields.ts";

const title = requiredLine(120, "The title", "Give it a title.");

test.each([
  "Two seats",
  "Zoë’s ticket",
  "座席 12",
  "🎟️".replace("\uFE0F", ""),
  "<b>'; drop table tickets",
])("%j is text like any other", (text) => expect(title.parse(text)).toBe(text));

test("space around it does not count", () => {
  expect(title.parse("  Two seats \n")).toBe("Two seats");
  expect(title.safeParse("   ").error?.issues[0]?.message).toBe("Give it a title.");
});

test.each([
  ["a line break", "Two\nseats"],
  ["a null", "Two\u0000seats"],
  ["an override of the reading direction", "Two\u202Eseats"],
  ["an invisible character", "Two\u200Bseats"],
  ["half a character", "Two\uD800seats"],
  ["a line separator", "Two\u2028seats"],
])("%s is refused", (_, text) => {
  expect(title.safeParse(text).error?.issues[0]?.message).toContain("cannot be shown");
});

test("120 characters are enough, 121 too many", () => {
  expect(title.parse("x".repeat(120))).toHaveLength(120);
  expect(title.safeParse("x".repeat(121)).success).toBe(false);
});

test("nothing typed is nothing stored", () => {
  const row = optionalLine(20, "The row");
  expect([undefined, "", "  "].map((typed) => row.parse(typed))).toEqual([null, null, null]);
  expect(row.parse("F")).toBe("F");
});
