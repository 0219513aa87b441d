import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { decodeCursor, encodeCursor } from "./cursor.ts";

const place = z.tuple([z.string(), z.int32()]);
const scalars = z.array(z.union([z.string(), z.number()]));
const raw = (text: string) => Buffer.from(text).toString("base64url");

test("what was encoded is read back, in letters that an address takes as they are", () => {
  const cursor = encodeCursor(["Malmö, 音楽, it's", 4200]);
  expect(cursor).toMatch(/^[\w-]+$/);
  expect(decodeCursor(cursor, place)).toEqual(["Malmö, 音楽, it's", 4200]);
});

test("any short list of texts and numbers is read back", () => {
  const word = fc
    .string({ unit: "grapheme", maxLength: 20 })
    .filter((text) => !/\p{Cc}/u.test(text));
  const value = fc.oneof(word, fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));
  fc.assert(
    fc.property(fc.array(value, { maxLength: 3 }), (values) => {
      const cursor = encodeCursor(values);
      const same = values.map((each) => (each === 0 ? 0 : each)); // JSON has one zero
      expect(decodeCursor(cursor, scalars)).toEqual(cursor.length <= 400 ? same : null);
    }),
  );
});

test.each([
  ["another kind of list", encodeCursor([4200, "one"])],
  ["a list too long", encodeCursor(["one", 4200, "more"])],
  ["a number that no column holds", encodeCursor(["one", 2 ** 40])],
  ["no number at all", raw('["one",1e999]')],
  ["no list", raw('{"0":"one","1":2}')],
  ["a list in a list", raw('[["one"],2]')],
  ["a NUL, which Postgres takes nowhere", raw('["o\\u0000ne",1]')],
  ["half a character", raw('["\\ud800",1]')],
  ["bytes that are no text", Buffer.from([0x5b, 0xff, 0x5d]).toString("base64url")],
  ["no JSON", raw("nothing")],
  ["an address's own signs", "%%%"],
  ["letters of another alphabet", "é"],
  ["something too long", encodeCursor(["x".repeat(400), 1])],
  ["nothing", ""],
  ["nothing at all", undefined],
  ["two at once", [encodeCursor(["one", 1]), encodeCursor(["one", 1])]],
])("a cursor that is %s is none", (_, text) => {
  expect(decodeCursor(text, place)).toBeNull();
});

test("nothing that is made up throws", () => {
  fc.assert(
    fc.property(fc.oneof(fc.base64String(), fc.string(), fc.anything()), (text) => {
      decodeCursor(text, scalars);
    }),
  );
});
