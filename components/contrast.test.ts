import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { inkPairs } from "#components/posters/inks.ts";
import { contrast } from "#test/support/contrast.ts";

const css = readFileSync(new URL("../app/globals.css", import.meta.url), "utf8");
const tokens = new Map(
  [...css.matchAll(/--color-([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = "", light = "", dark = ""]) => [name, { light, dark }],
  ),
);

const grounds = ["paper", "card", "sunk"];
const tints = ["held", "yours", "danger"];
const body = 7;
const words = 4.5;
const shapes = 3;

// [what is drawn, on what, the least contrast]: WCAG 2.2, AAA for body text, AA for the rest.
const pairs: [string, string, number][] = [
  ...grounds.flatMap((ground): [string, string, number][] => [
    ["ink", ground, body],
    ["soft", ground, body],
    ["held", ground, body],
    ["yours", ground, body],
    ["danger", ground, body],
    ["link", ground, words],
    ["edge", ground, shapes],
    ["accent", ground, shapes],
  ]),
  ...tints.flatMap((tint): [string, string, number][] => [
    ["ink", `${tint}-sunk`, body],
    [tint, `${tint}-sunk`, body],
    ["link", `${tint}-sunk`, words],
    ["soft", `${tint}-sunk`, words],
  ]),
  ["on-accent", "accent", words],
  ["on-accent", "accent-hover", words],
  ["paper", "yours", shapes],
];

describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
  test.each(pairs)("%s on %s reaches %d : 1", (over, under, least) => {
    const [front, back] = [tokens.get(over)?.[theme], tokens.get(under)?.[theme]];
    expect(contrast(front ?? "", back ?? "")).toBeGreaterThanOrEqual(least);
  });
});

test.each(inkPairs)("a poster's title in $dark can be read on $paper", ({ paper, dark }) => {
  expect(contrast(dark, paper)).toBeGreaterThanOrEqual(body);
});
