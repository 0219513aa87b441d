import { expect, test } from "vitest";
import { newEventInput } from "./event-fields.ts";

const described = {
  title: "A night out",
  category: "concert",
  venue: "Paradiso",
  city: "Amsterdam",
  country: "NL",
  timeZone: "Europe/Amsterdam",
};
const startOf = (startsAt: string, timeZone = "Europe/Amsterdam") =>
  newEventInput.safeParse({ ...described, startsAt, timeZone }).data?.startsAt.toISOString();

test("an event starts by the clocks at its venue", () => {
  expect(startOf("2031-05-17T20:30")).toBe("2031-05-17T18:30:00.000Z");
  expect(startOf("2031-05-17T20:30", "Asia/Tokyo")).toBe("2031-05-17T11:30:00.000Z");
});

test("in the night the clocks change, a time they skip is asked for again, and of one they show twice the first is meant", () => {
  expect(startOf("2031-03-30T01:59")).toBe("2031-03-30T00:59:00.000Z");
  expect(startOf("2031-03-30T02:30")).toBeUndefined();
  expect(startOf("2031-03-30T03:00")).toBe("2031-03-30T01:00:00.000Z");
  expect(startOf("2031-10-26T02:30")).toBe("2031-10-26T00:30:00.000Z");
});

test.each(["2031-02-30T20:00", "tomorrow", ""])("there is no %s", (time) => {
  expect(startOf(time)).toBeUndefined();
});
