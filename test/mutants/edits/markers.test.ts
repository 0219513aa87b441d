import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { failpoints } from "../failpoints.ts";
import { mutants } from "../mutants.ts";
import { pauses } from "../pauses.ts";
import { lineOf, readMarkers } from "./markers.ts";

const root = path.resolve(import.meta.dirname, "../../..");
const productFiles = globSync("{app,components,db,kernel,lib,worker}/**/*.{ts,tsx}", {
  cwd: root,
}).filter((file) => !file.endsWith(".test.ts"));

const places = [
  ...mutants.flatMap(({ name, edits = [] }) =>
    edits.map(({ file, find }) => ({ file, find, mark: `mutant: ${name}` })),
  ),
  ...failpoints.map(({ name, file, statement }) => ({
    file,
    find: statement,
    mark: `failpoint: ${name}`,
  })),
  ...pauses.map(({ name, file, statement }) => ({ file, find: statement, mark: `pause: ${name}` })),
];

const read = (file: string) => readFileSync(path.join(root, file), "utf8");
const sorted = (marks: string[]) => [...new Set(marks)].toSorted();

test("every place that is edited has its marker directly above it, and there are no others", () => {
  const expected = places.map(
    ({ file, find, mark }) => `${file}:${lineOf(read(file), find)} ${mark}`,
  );
  const found = productFiles.flatMap((file) =>
    readMarkers(read(file)).map(
      ({ line, marker: { kind, name } }) => `${file}:${line} ${kind}: ${name}`,
    ),
  );
  expect(sorted(found)).toEqual(sorted(expected));
});

test("no name is given twice, or reads as two", () => {
  const names = [...mutants, ...failpoints, ...pauses].map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => name.includes(" · "))).toEqual([]);
});

test("a marker is for the first line below it that is none", () => {
  const source =
    "let a;\n  // mutant: one · two\n  // failpoint: three\n  await b();\n\n// mutant: four\n";
  expect(readMarkers(source)).toEqual([
    { line: 4, marker: { kind: "mutant", name: "one" } },
    { line: 4, marker: { kind: "mutant", name: "two" } },
    { line: 4, marker: { kind: "failpoint", name: "three" } },
    { line: 7, marker: { kind: "mutant", name: "four" } },
  ]);
  expect(lineOf(source, "  await b();")).toBe(4);
});
