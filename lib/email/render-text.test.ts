import { expect, test } from "vitest";
import { signature } from "./content.ts";
import { renderText } from "./render-text.ts";

test("parts stand apart, facts under one another, and an address behind its label", () => {
  const text = renderText({
    subject: "Confirm your address",
    greeting: "Hello Ada,",
    blocks: [
      { kind: "paragraph", text: "Type this:" },
      { kind: "code", code: "012345" },
      {
        kind: "facts",
        facts: [
          { label: "Browser", value: "Firefox" },
          { label: "When", value: "now" },
        ],
      },
      { kind: "action", label: "Or go on here", url: "https://rowlock.example/a?b=c&d" },
      { kind: "note", text: "It was not you? Leave it." },
    ],
  });
  expect(text).toBe(`Hello Ada,

Type this:

012345

Browser: Firefox
When: now

Or go on here: https://rowlock.example/a?b=c&d

It was not you? Leave it.

${signature}
`);
});

test("no line is longer than mail allows, and none is broken within a character or without need", () => {
  const text = "🎟".repeat(500);
  const words = "seat ".repeat(300);
  const lines = renderText({
    subject: "Long",
    greeting: text,
    blocks: [
      { kind: "paragraph", text: words },
      { kind: "facts", facts: [{ label: "Event", value: text }] },
      { kind: "note", text: "short" },
    ],
  }).split("\n");
  for (const line of lines) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(998);
    expect(line).toMatch(/^(?:(?:Event:)?(?:🎟)*|seat(?: seat)*|short|Rowlock.*)$/u);
  }
});

test.each(["javascript:alert(1)", "mailto:ada@rowlock.example", "//evil.example", "/orders"])(
  "%s is nothing to link to",
  (url) => {
    const blocks = [{ kind: "action" as const, label: "Go", url }];
    expect(() => renderText({ subject: "Go", blocks })).toThrow();
  },
);
