import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const read = (name: string) => readFileSync(path.join(import.meta.dirname, name), "utf8");
const papers = readdirSync(import.meta.dirname)
  .filter((name) => /^\d{4}-.*\.md$/.test(name))
  .toSorted();

/** What a paper says of itself: its title, and its status with the date. */
function headOf(name: string): { title: string; status: string } {
  const [, title = "", status = ""] = /^# (.+)\n\nStatus: (.+)\n/.exec(read(name)) ?? [];
  return { title, status };
}

test("every paper says which decision it is, and how it stands since when", () => {
  const known = /^(accepted|proposed|superseded by \d{4}), \d{4}-\d\d-\d\d/;
  expect(papers.filter((name) => !known.test(headOf(name).status))).toEqual([]);
  expect(papers.filter((name) => headOf(name).title === "")).toEqual([]);
});

test("papers are numbered one after the other", () => {
  const numbers = papers.map((name) => Number(name.slice(0, 4)));
  expect(numbers).toEqual(papers.map((_, index) => index + 1));
});

test("the index has every paper, as it calls itself and as it stands, and no other", () => {
  const rows = read("README.md")
    .split("\n")
    .filter((line) => line.startsWith("| ["));
  const expected = papers.map((name) => {
    const { title, status } = headOf(name);
    return `| [${name.slice(0, 4)}](${name}) | ${title} | ${status} |`;
  });
  expect(rows).toEqual(expected);
});
