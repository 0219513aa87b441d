import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { newEventInput, yearsAhead } from "./event-fields.ts";

const described = {
  title: "A night out",
  category: "concert",
  venue: "Paradiso",
  city: "Amsterdam",
  country: "NL",
  timeZone: "Europe/Amsterdam",
};
const parse = (given: object) => newEventInput(new Date()).safeParse({ ...described, ...given });
const startOf = (startsAt: string, timeZone = "Europe/Amsterdam") =>
  parse({ startsAt, timeZone }).data?.startsAt.toISOString();
const problemOf = (given: object) => {
  const [issue] = parse({ startsAt: "2031-05-17T20:30", ...given }).error?.issues ?? [];
  return issue && { field: issue.path.join("."), message: issue.message };
};

test("an event starts by the clocks at its venue", () => {
  expect(startOf("2031-05-17T20:30")).toBe("2031-05-17T18:30:00.000Z");
  expect(startOf("2031-05-17T20:30", "Asia/Tokyo")).toBe("2031-05-17T11:30:00.000Z");
  expect(startOf("2031-05-17T20:30", "Asia/Kolkata")).toBe("2031-05-17T15:00:00.000Z");
});

test("in the night the clocks change, a time they skip is asked for again, and of one they show twice the first is meant", () => {
  expect(startOf("2031-03-30T01:59")).toBe("2031-03-30T00:59:00.000Z");
  expect(startOf("2031-03-30T02:30")).toBeUndefined();
  expect(startOf("2031-03-30T03:00")).toBe("2031-03-30T01:00:00.000Z");
  expect(startOf("2031-10-26T02:30")).toBe("2031-10-26T00:30:00.000Z");
});

test.each(["2031-02-30T20:00", "tomorrow", "2031-05-17", "2031-05-17T25:00", "2031-05-17T20:30Z"])(
  "there is no %s",
  (startsAt) => {
    expect(problemOf({ startsAt })).toEqual({
      field: "startsAt",
      message: "There is no such day or time. Please check it.",
    });
  },
);

test.each([
  ["9999-12-31T20:30", "America/Los_Angeles"],
  ["0001-01-01T00:00", "Europe/Amsterdam"],
  ["+275760-09-13T00:00", "UTC"],
  ["275760-09-13T00:00", "UTC"],
  ["-000001-01-01T00:00", "UTC"],
  ["1969-12-31T23:59", "Pacific/Kiritimati"],
  ["2019-05-04T20:30", "Europe/Amsterdam"],
])("%s in %s is outside the window, which is said", (startsAt, timeZone) => {
  expect(problemOf({ startsAt, timeZone })).toEqual({
    field: "startsAt",
    message: expect.stringMatching(/^Choose a day from today to \d+ \w+ \d{4}\.$/),
  });
});

test("the window ends with a day, by the clocks at the venue", () => {
  for (const timeZone of ["Pacific/Kiritimati", "Pacific/Pago_Pago"]) {
    const last = Temporal.Now.plainDateISO(timeZone).add({ years: yearsAhead });
    expect(startOf(`${last.toString()}T23:59`, timeZone)).toBeDefined();
    expect(startOf(`${last.add({ days: 1 }).toString()}T00:00`, timeZone)).toBeUndefined();
  }
});

test("nothing typed is asked for", () => {
  expect(problemOf({ startsAt: "" })).toEqual({
    field: "startsAt",
    message: "Say when it starts.",
  });
  expect(problemOf({ startsAt: undefined })?.field).toBe("startsAt");
});

test("the place tells the zone where it leaves no doubt, and is never guessed otherwise", () => {
  const zoneOf = (given: object) =>
    parse({ startsAt: "2031-05-17T20:30", timeZone: "", ...given }).data?.timeZone;
  expect(zoneOf({})).toBe("Europe/Amsterdam");
  expect(zoneOf({ timeZone: undefined, country: "IN", city: "Pune" })).toBe("Asia/Kolkata");
  expect(zoneOf({ country: "US", city: "Chicago" })).toBe("America/Chicago");
  expect(problemOf({ timeZone: "", country: "US", city: "Springfield" })).toEqual({
    field: "timeZone",
    message: "Time differs within this country: choose the venue's time zone.",
  });
});

test.each(["Mars/Olympus", "+02:00", "Amsterdam"])("%s is no zone", (timeZone) => {
  expect(problemOf({ timeZone })).toEqual({
    field: "timeZone",
    message: "Choose the venue's time zone.",
  });
});

test.each(["Asia/Kolkata", "Europe/Kyiv", "America/Nuuk", "UTC"])("%s is kept", (timeZone) => {
  expect(parse({ startsAt: "2031-05-17T20:30", timeZone }).data?.timeZone).toBe(timeZone);
});
