import { expect, test } from "vitest";
import { durationInWords } from "./duration-in-words.ts";

test.each([
  [1, "1 second"],
  [119, "119 seconds"],
  [120, "2 minutes"],
  [121, "3 minutes"],
  [7_140, "119 minutes"],
  [7_141, "2 hours"],
  [7_201, "3 hours"],
])("%i seconds are %s", (seconds, words) => {
  expect(durationInWords(seconds)).toBe(words);
});
