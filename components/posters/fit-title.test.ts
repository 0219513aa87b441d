import { expect, test } from "vitest";
import { cutLine, directionOf, fitTitle, leading } from "./fit-title.ts";

test("a short title is set large on one line", () => {
  const { lines, size } = fitTitle("Hamlet", 528, 300);
  expect(lines).toEqual(["Hamlet"]);
  expect(size).toBeGreaterThan(140);
});

test("a long title keeps all its words and stays in its box", () => {
  const title = "An Evening of Extraordinarily Long Titles ".repeat(3).trim().slice(0, 120);
  const { lines, size } = fitTitle(title, 528, 300);
  expect(lines.join(" ")).toBe(title.trim());
  expect(lines.length * size * leading).toBeLessThanOrEqual(300);
});

test("a word longer than the sheet is broken rather than cut off", () => {
  const { lines } = fitTitle("x".repeat(120), 528, 300);
  expect(lines.join("")).toBe("x".repeat(120));
  expect(lines.length).toBeGreaterThan(1);
});

test("wide letters fit too", () => {
  const title = "音楽祭".repeat(40);
  const { lines, size } = fitTitle(title, 528, 300);
  expect(lines.join("")).toBe(title);
  expect(lines.length * size * leading).toBeLessThanOrEqual(300);
});

test("nothing at all is one empty line", () => {
  expect(fitTitle("", 528, 300).lines).toEqual([""]);
});

test("an emoji of many parts is broken nowhere", () => {
  const family = "👨‍👩‍👧‍👦";
  const { lines } = fitTitle(family.repeat(60), 528, 300);
  expect(lines.join("")).toBe(family.repeat(60));
  for (const line of lines) expect(line.replaceAll(family, "")).toBe("");
});

test("a line that would run over the edge is cut, and says so", () => {
  expect(cutLine("Paradiso", 21, 528)).toBe("Paradiso");
  const cut = cutLine("W".repeat(120), 21, 528);
  expect(cut).toMatch(/^W{10,}…$/);
  expect(cut.length * 0.76 * 21).toBeLessThanOrEqual(528 + 21);
});

test.each([
  ["The Copper Choir", "ltr"],
  ["مهرجان الضوء", "rtl"],
  ["1234: לילה לבן", "rtl"],
  ["Night of فيروز", "ltr"],
  ["🎺🎺", "ltr"],
])("%s runs %s", (title, direction) => {
  expect(directionOf(title)).toBe(direction);
});
