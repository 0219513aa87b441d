import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { refusals } from "#kernel/refusals.ts";

const root = path.resolve(import.meta.dirname, "..");
const codes = Object.keys(refusals);

type Source = { file: string; text: string; imports: string[]; refuses: Set<string> };

/** What a file refuses by itself: codes it names to `refuse` or `refusalReason`, and `busy` with a transaction. */
function readSource(file: string): Source {
  const text = readFileSync(path.join(root, file), "utf8");
  const named = [...text.matchAll(/refus(?:e|alReason)\("([a-z-]+)"/g)].map(
    ([, code = ""]) => code,
  );
  const imports = [...text.matchAll(/^import \{[^}]*\} from "(#lib\/|\.{1,2}\/)([^"]+)"/gm)].map(
    ([, from, rest = ""]) =>
      from === "#lib/" ? `lib/${rest}` : path.join(path.dirname(file), `${from}${rest}`),
  );
  const opensTransaction = /\binTransaction\(/.test(text);
  return { file, text, imports, refuses: new Set(opensTransaction ? [...named, "busy"] : named) };
}

const sources = new Map(
  globSync("lib/**/*.ts", { cwd: root })
    .filter((file) => !/\.test\.ts$|^lib\/web\//.test(file))
    .map((file) => [file, readSource(file)]),
);

/** With everything the files it imports refuse: a call may come back with any of it. */
function reach(file: string, visited = new Set<string>()): Set<string> {
  const source = sources.get(file);
  if (!source || visited.has(file)) return new Set();
  visited.add(file);
  return source.imports.reduce((all, each) => all.union(reach(each, visited)), source.refuses);
}

/** The codes a file's comments list after "Refuses:", and those of the functions that they name there. */
function documented(file: string): Set<string> {
  const source = sources.get(file);
  if (!source) return new Set();
  const comments = [...source.text.matchAll(/\/\*\*[\s\S]*?\*\//g)].map(([comment]) => comment);
  const listed = comments.flatMap((comment) => comment.split("Refuses:").slice(1)).join();
  const names = [...listed.matchAll(/`([\w-]+)`/g)].map(([, name = ""]) => name);
  const ofNamed = source.imports.filter((each) =>
    names.some((name) => new RegExp(`function ${name}\\b`).test(sources.get(each)?.text ?? "")),
  );
  return ofNamed.reduce(
    (all, each) => all.union(documented(each)),
    new Set(names.filter((name) => codes.includes(name))),
  );
}

/** Pure decisions return their refusal; the command that asks them throws and documents it. */
const decisions = new Set([
  "lib/orders/decide-hold.ts",
  "lib/auth/confirmations/decide-confirmation.ts",
]);
const refusing = [...sources.keys()].filter((file) => !decisions.has(file) && reach(file).size > 0);

test("there are functions that refuse", () => {
  expect(refusing.length).toBeGreaterThan(15);
});

test.each(refusing)("%s says in a comment all that its functions may refuse", (file) => {
  expect([...reach(file).difference(documented(file))]).toEqual([]);
});

test("every refusal there is can come from somewhere", () => {
  const reached = refusing.reduce((all, file) => all.union(reach(file)), new Set<string>());
  expect(codes.filter((code) => !reached.has(code))).toEqual([]);
});
