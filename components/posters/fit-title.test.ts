import { expect, test } from "vitest";
import { fitTitle, leading } from "./fit-title.ts";

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
