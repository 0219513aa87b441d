import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { inkPairs } from "#components/posters/inks.ts";

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

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

// https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
