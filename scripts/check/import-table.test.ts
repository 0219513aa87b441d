import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { importTable, packageSentence } from "./import-table.ts";

const lines = readFileSync("README.md", "utf8").split("\n");

test("the README shows the import rules that the linter applies", () => {
  const [head] = importTable().split("\n");
  const start = lines.findIndex((line) => line === head);
  const end = lines.indexOf("", start);
  expect(lines.slice(start, end).join("\n")).toBe(importTable());
});

test("the README says which rooms may import the web's packages", () => {
  expect(lines.filter((line) => line.startsWith("`next`"))).toContain(packageSentence());
});
