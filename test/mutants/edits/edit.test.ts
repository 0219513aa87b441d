import { expect, test } from "vitest";
import { failpointEdits } from "../failpoints.ts";
import { mutants } from "../mutants.ts";
import { pauseEdits } from "../pauses.ts";
import { applyEdits, requirePlaces } from "./edit.ts";

test("every failpoint and every pause has its place in the app, also both at once", () => {
  requirePlaces(failpointEdits());
  requirePlaces([...failpointEdits(), ...pauseEdits()]);
});

test.each(mutants)("the place of the mutant is there: $name", ({ edits = [] }) => {
  requirePlaces(edits);
});

test.each([
  ["is gone", "a statement that was never written;"],
  ["is there more than once", "await"],
])("a place that %s is an error", (_, find) => {
  const edit = { file: "worker/relay-outbox.ts", find, put: "" };
  expect(() => requirePlaces([edit])).toThrow(/in worker\/relay-outbox\.ts \d+ times/);
});

test("an edit is put in word for word, after those before it", () => {
  const edits = [
    { file: "price.ts", find: "price", put: "$& price * 2" },
    { file: "price.ts", find: "* 2", put: "* 3" },
  ];
  expect(applyEdits("const total = price;", edits)).toBe("const total = $& price * 3;");
});
