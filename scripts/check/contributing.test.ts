import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { findUnknownPath, pathsAmong } from "#scripts/steps/command-line.ts";

const page = readFileSync("CONTRIBUTING.md", "utf8");

/** The walks' diffs: for each file the lines that the walk shows of it, in order. */
const shown = [...page.matchAll(/```diff\n(.*?)```/gs)].flatMap(([, diff = ""]) =>
  diff.split(/^\+\+\+ b\//m).slice(1),
);

test("the page walks through a command, a domain event, an email and a migration", () => {
  expect(page.match(/```diff/g)).toHaveLength(4);
});

describe("every line of a walk stands in the file it names", () => {
  test.each(shown.map((part) => part.trimEnd().split("\n")))("%s", (file, ...lines) => {
    const code = readFileSync(file, "utf8").split("\n");
    let from = 0;
    for (const line of lines.filter((each) => each !== "…")) {
      const at = code.indexOf(line.slice(1), from);
      expect(at, `${file} has, in this place, the line ${line.slice(1)}`).toBeGreaterThanOrEqual(0);
      from = at + 1;
    }
  });
});

test("every npm script that it names exists", () => {
  const manifest = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: object }; // npm's own shape
  const named = [...page.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name);
  expect(Object.keys(manifest.scripts)).toEqual(expect.arrayContaining(named));
});

test("every test that it says to run is there", () => {
  const files = globSync(
    "{app,components,db,docs,kernel,lib,scripts,stack,test,worker}/**/*.test.ts",
  );
  const commands = [...page.matchAll(/npm run test:unit -- ([^`#\n]+)/g)].map(([, words]) => words);
  const paths = commands.flatMap((words = "") =>
    pathsAmong(words.replace(/"[^"]*"/, "NAME").split(/ +/)),
  );
  expect(paths.length).toBeGreaterThan(10);
  expect(findUnknownPath(paths.filter(Boolean), files)).toBeUndefined();
});
