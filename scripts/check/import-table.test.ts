import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { importTable, packageSentence } from "./import-table.ts";

const readme = readFileSync("README.md", "utf8");

test("the README shows the import rules that the linter applies", () => {
  expect(readme).toContain(importTable());
});

test("the README says which rooms may import the web's packages", () => {
  expect(readme).toContain(packageSentence());
});
