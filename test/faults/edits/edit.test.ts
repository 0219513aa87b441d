import { expect, test } from "vitest";
import { breakpointEdits } from "../breakpoints/breakpoints.ts";
import { controls } from "../controls/controls.ts";
import { requirePlaces } from "./edit.ts";

test("every breakpoint has its place in the app", () => {
  requirePlaces("a breakpoint", breakpointEdits());
});

test.each(controls)("the guard is there that is taken out when $name", ({ name, edits }) => {
  requirePlaces(name, edits);
});

test.each([
  ["is gone", "a statement that nobody wrote;"],
  ["is there more than once", "await"],
])("a place that %s is an error", (_, find) => {
  const edit = { file: "worker/relay-outbox.ts", find, put: "" };
  expect(() => requirePlaces("this", [edit])).toThrow(/is there \d+ times/);
});
