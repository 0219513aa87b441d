import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { domainEventTypes } from "#lib/domain-events/domain-events.ts";
import { retiredWords } from "./retired-words.ts";

const read = (name: string) => readFileSync(path.join(import.meta.dirname, name), "utf8");
const glossary = read("glossary.md");
const drawings = read("tables-and-states.md");

const rooms = "{app,components,db,e2e,kernel,lib,packages,scripts,stack,test,worker}";
const files = globSync(`${rooms}/**/*.{ts,tsx}`, {
  exclude: (name) => /(^|\/)(node_modules|\.next)$/.test(name),
});
const sources = new Map(files.map((file) => [file, readFileSync(file, "utf8")]));

/** What a file gives a name to, at its top level. */
const declaration = /^(?:export )?(?:async )?(?:function|const|type|class) (\w+)/gm;
const declared = new Set(
  [...sources.values()].flatMap((source) =>
    [...source.matchAll(declaration)].map(([, name]) => name),
  ),
);

/** Names that no file declares, and where they are one all the same. */
const elsewhere: Record<string, string> = {
  decidedAt: "lib/orders/read-order-for-update.ts", // what every read for update returns
  LOCK_SECONDS: "kernel/environment.ts", // a variable of the environment
};

function isInTheCode(name: string): boolean {
  if (name.includes("/")) return existsSync(name);
  if (elsewhere[name]) return sources.get(elsewhere[name])?.includes(name) ?? false;
  const isDrawn = new RegExp(`^ +\\S+ ${name}\\b|^ +${name} \\{|\\*\\*${name}\\*\\*`, "m");
  const isDomainEvent = domainEventTypes.some((type) => type === name);
  return declared.has(name) || isDomainEvent || isDrawn.test(drawings);
}

test("every name on the page is in the code", () => {
  const names = [...glossary.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? "");
  expect(names.length).toBeGreaterThan(80);
  expect(names.filter((name) => !isInTheCode(name))).toEqual([]);
});

test("every row has a word, a meaning and a name, and no word has two rows", () => {
  const rows = glossary
    .split("\n")
    .filter((line) => line.startsWith("| ") && !line.startsWith("| word"))
    .map((line) => line.split("|").map((cell) => cell.trim()));
  const words = rows.map(([, word]) => word);
  expect(new Set(words).size).toBe(words.length);
  expect(rows.filter(([, word, means, code]) => !word || !means || !code?.includes("`"))).toEqual(
    [],
  );
});

test.each(retiredWords)("$word is not used any more: it is $now", ({ pattern, within, except }) => {
  const used = files.filter(
    (file) =>
      within.some((folder) => file.startsWith(folder)) &&
      !Object.hasOwn(except ?? {}, file) &&
      pattern.test(sources.get(file) ?? ""),
  );
  expect(used).toEqual([]);
});

test("every exception from a retired word is still needed", () => {
  for (const { pattern, except = {} } of retiredWords)
    for (const file of Object.keys(except)) expect(sources.get(file)).toMatch(pattern);
});
