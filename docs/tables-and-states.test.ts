import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { stateDiagram } from "#scripts/docs/state-diagram.ts";

const page = readFileSync(path.join(import.meta.dirname, "tables-and-states.md"), "utf8");
const drawings = [...page.matchAll(/```mermaid\n([^`]*)\n```/g)].map(
  ([, drawing]) => drawing ?? "",
);

/** What Mermaid's own grammar takes of a line, by the kind of drawing. */
const grammar: Record<string, RegExp> = {
  erDiagram:
    /^ {2}(?:\w+ (?:\|\||\|o)--o[{|] \w+ : "\w+"|\w+ \{|\}|  [a-z]\w* \w+(?: (?:PK|FK|UK)(?:, (?:PK|FK|UK))*)?(?: "[^"]+")?)$/,
  "stateDiagram-v2": /^ {2}(?:\[\*\]|\w+) --> (?:\[\*\]|\w+)$/,
};

test("every table of the newest migration is drawn", () => {
  const meta = path.resolve("db/migrations/meta");
  const newest = readdirSync(meta)
    .filter((name) => name.endsWith("_snapshot.json"))
    .toSorted();
  const snapshot = readFileSync(path.join(meta, newest.at(-1) ?? ""), "utf8");
  const names = [...snapshot.matchAll(/"public\.(\w+)": \{/g)].map(([, name]) => name ?? "");
  expect(names.length).toBeGreaterThan(8);
  expect(names.filter((name) => !drawings[0]?.includes(`\n  ${name} {\n`))).toEqual([]);
});

test("every line of every drawing is Mermaid", () => {
  expect(drawings.length).toBe(4);
  for (const drawing of drawings) {
    const [kind = "", ...lines] = drawing.split("\n");
    expect(lines.filter((line) => !grammar[kind]?.test(line))).toEqual([]);
  }
});

test("a reference that only a migration knows is drawn too", () => {
  expect(drawings[0]).toContain('orders |o--o{ tickets : "order_id"');
});

test("a state that nothing leads away from is final", () => {
  expect(stateDiagram(["open"], [{ from: "open", to: "shut" }])).toBe(
    "stateDiagram-v2\n  [*] --> open\n  open --> shut\n  shut --> [*]",
  );
});
