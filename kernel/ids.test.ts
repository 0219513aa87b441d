import { expect, test } from "vitest";
import { newId, parseId } from "./ids.ts";

test("every id is new, and later ones sort later", () => {
  const ids = Array.from({ length: 1000 }, () => newId<"order">());
  expect(new Set(ids).size).toBe(1000);
  expect(ids.toSorted()).toEqual(ids);
});

test("an id in capitals is the same id", () => {
  const id = newId<"ticket">();
  expect(parseId<"ticket">(id.toUpperCase())).toBe(id);
});

test.each([
  "",
  "1",
  "undefined",
  "../tickets",
  "0198a000-0000-7000-8000-00000000000g",
  "' or 1=1 --",
])("%j is no id", (text) => expect(parseId<"ticket">(text)).toBeNull());
