import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { guards } from "#test/mutants/guards.ts";
import { controls } from "#test/faults/controls/controls.ts";
import { faultNames } from "#test/faults/faults/catalogue.ts";

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

test("every guard that is taken out, and every control's check, is on the page", () => {
  for (const { name, noticedBy } of guards)
    for (const title of [name, ...Object.values(noticedBy).flat()]) expect(page).toContain(title);
  for (const { caughtBy } of controls) expect(page).toContain(`| ${caughtBy} |`);
});
