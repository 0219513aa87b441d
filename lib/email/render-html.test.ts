import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { contrast } from "#test/support/contrast.ts";
import type { EmailContent } from "./content.ts";
import { emailColours } from "./email-colours.ts";
import { renderHtml } from "./render-html.ts";

const everyKind: EmailContent = {
  subject: "Confirm your address",
  greeting: "Hello Ada,",
  blocks: [
    { kind: "paragraph", text: "Type this:" },
    { kind: "code", code: "012345" },
    { kind: "facts", facts: [{ label: "Browser", value: "Firefox" }] },
    { kind: "action", label: "Or go on here", url: "https://rowlock.example/a?b=c&d" },
    { kind: "note", text: "It was not you? Leave it." },
  ],
};
const html = renderHtml(everyKind);

test("it says its language and title, and that it knows the dark", () => {
  expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
  expect(html).toContain("<title>Confirm your address</title>");
  expect(html).toContain('<meta name="color-scheme" content="light dark">');
  expect(html).toContain("@media (prefers-color-scheme: dark)");
});

test("a mailbox shows beside the subject what the email says first", () => {
  const [, body = ""] = html.split(/<body[^>]*>/);
  expect(body.trim()).toMatch(/^<div style="display:none;[^"]*">Type this:<\/div>/);
});

test("it asks nothing of any server and runs nothing", () => {
  expect(html).not.toMatch(/<(?:img|script|link|iframe|form|object|video)|url\(|@import|\son\w+=/i);
  expect([...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, link]) => link)).toEqual([
    "https://rowlock.example/a?b=c&#38;d",
  ]);
});

test("whatever a part says is text", () => {
  const bait = `</td><script>alert("1")</script><b onclick='x'>&amp;`;
  const blocks = [
    { kind: "paragraph" as const, text: bait },
    { kind: "code" as const, code: bait },
    { kind: "facts" as const, facts: [{ label: bait, value: bait }] },
    { kind: "action" as const, label: bait, url: `https://rowlock.example/"><script>` },
    { kind: "note" as const, text: bait },
  ];
  const written = renderHtml({ subject: bait, greeting: bait, blocks });
  expect(written).not.toMatch(/<script|<b |alert\("1"|onclick='/);
  expect(written.match(/&#60;\/td&#62;&#60;script&#62;alert\(&#34;1&#34;\)/g)).toHaveLength(10);
  expect(written.match(/<\w+/g)).toEqual(html.match(/<\w+/g));
});

test("controls and half characters are left out", () => {
  const written = renderHtml({ subject: "Ada\0\r\n\ud800", blocks: [] });
  expect(written).toContain("<title>Ada \ufffd</title>");
  expect(written.isWellFormed()).toBe(true);
});

test("only pages are linked to", () => {
  const blocks = [{ kind: "action" as const, label: "Go", url: "javascript:alert(1)" }];
  expect(() => renderHtml({ subject: "Go", blocks })).toThrow("javascript:");
});

const body = 7;
const words = 4.5;
type Name = keyof (typeof emailColours)["light"];
// [words, on what, the least contrast]: WCAG 2.2, AAA for what is read, AA for the button.
const pairs: [Name, Name, number][] = [
  ["ink", "paper", body],
  ["ink", "card", body],
  ["ink", "sunk", body],
  ["soft", "paper", body],
  ["soft", "card", body],
  ["on-accent", "accent", words],
];

describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
  const colours = emailColours[theme];

  test.each(pairs)("%s on %s reaches %d : 1", (over, under, least) => {
    expect(contrast(colours[over], colours[under])).toBeGreaterThanOrEqual(least);
  });

  test("the colours are the site's", () => {
    const css = readFileSync("app/globals.css", "utf8");
    for (const [name, colour] of Object.entries(colours)) {
      const [, light, dark] =
        new RegExp(`--color-${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(css) ?? [];
      expect({ light, dark }[theme], name).toBe(colour);
    }
  });
});

test("whatever is coloured in light has its colour in the dark", () => {
  const { light } = emailColours;
  const property = {
    "background-color": ["paper", "card", "sunk", "accent"],
    color: ["ink", "soft", "on-accent"],
  };
  const tags = [...html.matchAll(/<\w+[^>]*style="[^>]*>/g)].map(([tag]) => tag);
  const names = Object.keys(light) as Name[]; // keys of a literal
  for (const tag of tags) {
    const classes = /class="([^"]*)"/.exec(tag)?.[1]?.split(" ") ?? [];
    for (const [, name = "", colour] of tag.matchAll(/[";](background-color|color):(#\w+)/g)) {
      const meant = names.filter(
        (each) => light[each] === colour && property[name as "color"].includes(each),
      ); // one of the two just matched
      expect(
        meant.some((each) => classes.includes(each)),
        tag,
      ).toBe(true);
    }
    if (/border[\w-]*:[^;]*#/.test(tag)) expect(classes, tag).toContain("line");
  }
  const used = new Set(html.match(/#[0-9a-f]{6}\b/g));
  const known = new Set<string>(Object.values(emailColours).flatMap((each) => Object.values(each)));
  expect(used.difference(known)).toEqual(new Set());
});
