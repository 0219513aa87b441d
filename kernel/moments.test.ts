import { expect, test } from "vitest";
import { momentInWords, retellMoment } from "./moments.ts";
import { refusalReason, refusalSentence } from "./refusal.ts";

const at = new Date("2026-11-25T13:08:05Z");

test("a moment is told by a clock that is named", () => {
  expect(momentInWords(at, "clock")).toBe("13:08 UTC");
  expect(momentInWords(at, "clock", "America/New_York")).toBe("08:08 GMT-5");
  expect(momentInWords(at, "clock", "Asia/Kolkata")).toBe("18:38 GMT+5:30");
});

test("what happened is told with its year", () => {
  expect(momentInWords(at, "history", "Europe/Amsterdam")).toBe("25 Nov 2026, 14:08:05");
  expect(momentInWords(at, "receipt", "Europe/Amsterdam")).toBe("25 November 2026 at 14:08 CET");
});

test.each([
  refusalReason("ticket-locked", { until: at }),
  refusalReason("cooling-down", { until: at, of: "this ticket" }),
])("a refusal and the page tell one moment by one clock", (reason) => {
  const sentence = refusalSentence(reason);
  expect(sentence).toContain(momentInWords(at, "clock"));
  expect(retellMoment(sentence, at, "Asia/Tokyo")).toContain("22:08 GMT+9");
  expect(retellMoment(sentence, at, "Asia/Tokyo")).not.toContain("UTC");
});
