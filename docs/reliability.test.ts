import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { faultNames } from "#test/faults/faults/fault-names.ts";
import { failpoints } from "#test/mutants/failpoints.ts";
import type { Mutant } from "#test/mutants/mutant.ts";
import { mutants } from "#test/mutants/mutants.ts";

const page = readFileSync(path.join(import.meta.dirname, "reliability.md"), "utf8");
const root = path.resolve(import.meta.dirname, "..");

test("what the page names as shown by a test is there", () => {
  const named = [...page.matchAll(/`([\w@[\]/.-]+\.(?:test|spec|race\.test)\.ts)`/g)];
  const files = [...new Set(named.map(([, file]) => file ?? ""))];
  expect(files.length).toBeGreaterThan(30);
  expect(files.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
});

test("every fault there is has its row", () => {
  expect(faultNames.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});

test("the page lists the mutants there are, with what kills each", () => {
  const [, table = ""] = page.split(
    "| mutant | tests that kill it | check that kills it |\n|---|---|---|\n",
  );
  expect(table.trimEnd().split("\n")).toEqual(mutants.map(row));
});

test("the page lists the failpoints there are", () => {
  const [list = ""] = page.split("## Failpoints").slice(1);
  const named = [...list.matchAll(/^- `([\w-]+)`$/gm)].map(([, name]) => name);
  expect(named).toEqual(failpoints.map(({ name }) => name));
});

function row({ name, killedBy: { tests = {}, faultSuite } }: Mutant): string {
  const titles = Object.entries(tests).flatMap(([file, ofFile]) =>
    ofFile.map((title) => `“${title}” (\`${file}\`)`),
  );
  return `| ${name} | ${titles.join("; ") || "–"} | ${faultSuite?.check ?? "–"} |`;
}
