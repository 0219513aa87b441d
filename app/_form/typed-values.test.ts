import { expect, test } from "vitest";
import { readTyped } from "./typed-values.ts";

function aForm(...fields: [string, string | Blob][]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

test("fields are read as they were typed, and what React adds is left out", () => {
  const form = aForm(["email", " Ada@example.com "], ["$ACTION_KEY", "k"], ["name", ""]);
  expect(readTyped(form)).toEqual({
    values: { email: " Ada@example.com ", name: "" },
    problems: {},
  });
});

test("of a field that was sent twice nobody knows which was meant", () => {
  const { problems } = readTyped(aForm(["email", "ada@example.com"], ["email", "eve@example.com"]));
  expect(problems).toEqual({ email: expect.stringContaining("more than once") });
});

test("a file is no text", () => {
  const { values, problems } = readTyped(aForm(["email", new Blob(["x"])]));
  expect([values, problems]).toEqual([{ email: "" }, { email: expect.stringContaining("file") }]);
});

test.each([null, undefined, "email=x", 7, [], {}, { email: ["x"] }])(
  "%j, which is no form, has no fields",
  (given) => {
    expect(readTyped(given)).toEqual({ values: {}, problems: {} });
  },
);

test("a field called like a prototype is a field and no prototype", () => {
  const { values } = readTyped(aForm(["__proto__", "x"], ["constructor", "y"]));
  expect(Object.entries(values)).toEqual([
    ["__proto__", "x"],
    ["constructor", "y"],
  ]);
  expect(Object.getPrototypeOf(values)).toBe(Object.prototype);
});
