import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { allEmails } from "./all-emails.ts";
import type { Block } from "./content.ts";
import { oneLine } from "./plain-words.ts";
import { renderHtml } from "./render-html.ts";
import { renderText } from "./render-text.ts";
import { sampleFacts } from "./sample-facts.ts";

const appUrl = "https://rowlock.example";

/** What is exported as an email of an order, or gives back what an email says. */
const writers =
  /^export (?:const (\w+): Email\b|(?:const|function) (\w+)(?:(?!^export )[^])*?\): EmailContent\b)/gm;

test("every email that there is has a preview", () => {
  const files = globSync("{app,lib,worker}/**/*.{ts,tsx}", {
    exclude: (name) => name.endsWith(".test.ts"),
  });
  const written = files.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(writers)].map(([, ofOrder, other]) => ofOrder ?? other),
  );
  expect(written.length).toBeGreaterThan(4);
  expect(new Set(allEmails.map(({ name }) => name))).toEqual(new Set(written));
});

test("what is delivered is written by one of them, not on the spot", () => {
  const files = globSync("{app,lib,worker}/**/*.{ts,tsx}", {
    exclude: (name) => name.endsWith(".test.ts"),
  });
  const onTheSpot = files.filter((file) => {
    const source = readFileSync(file, "utf8");
    return /\bdeliver\(/.test(source) && /\bcontent: \{/.test(source);
  });
  expect(onTheSpot).toEqual([]);
});

/** Everything that a part says, address aside. */
function wordsOf(block: Block): string[] {
  switch (block.kind) {
    case "paragraph":
    case "note":
      return [block.text];
    case "facts":
      return block.facts.flatMap(({ label, value }) => [label, value]);
    case "action":
      return [block.label];
    case "code":
      return [block.code];
  }
}

/** As a reader sees it, with a space where an element begins or ends. */
function readHtml(html: string): string {
  return html
    .replace(/<head>.*<\/head>/s, "")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
}

const cases = allEmails.flatMap(({ name, when, write }) =>
  Object.entries(sampleFacts).map(([sample, facts]) => ({
    name: `${when ? `${name}, ${when}` : name}, of ${sample}`,
    content: write(facts, appUrl),
  })),
);

describe.each(cases)("$name", ({ content }) => {
  const html = renderHtml(content);
  const text = renderText(content);
  const seen = readHtml(html);
  const unbroken = text.replaceAll("\n", " ");

  test("both forms say the same", () => {
    const words = [content.greeting ?? "", ...content.blocks.flatMap(wordsOf)].map(oneLine);
    expect(words.filter((each) => !unbroken.includes(each))).toEqual([]);
    expect(words.filter((each) => !seen.includes(each))).toEqual([]);
  });

  test("both forms lead to the same pages, and nowhere else", () => {
    const meant = content.blocks.flatMap((block) => (block.kind === "action" ? [block.url] : []));
    expect(meant.length).toBeGreaterThan(0);
    expect(text.match(/\S*:\/\/\S*/g)).toEqual(meant);
    expect([...html.matchAll(/\b(?:href|src)="([^"]*)"/g)].map(([, link]) => link)).toEqual(meant);
    for (const written of [text, seen, content.subject])
      expect(written).not.toMatch(/(?:evil|elsewhere)\.example|www\.\w/);
  });

  test("what others wrote stays text, on its line", () => {
    expect(html).not.toMatch(/<script|<a href='|[\ud800\u202e\u2028\0\r]/u);
    expect(text).not.toMatch(/^(?:Bcc|\.|QUIT)/m);
    expect(`${text}${content.subject}`).not.toMatch(/[\ud800\u202e\u2028\0\r]/u);
    expect(oneLine(content.subject)).toBe(content.subject);
    for (const line of text.split("\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(998);
  });
});
