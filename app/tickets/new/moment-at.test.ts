import { expect, test } from "vitest";
import { momentAt } from "./moment-at.ts";

test.each([
  ["2031-05-17T20:30", "Europe/Amsterdam", "2031-05-17T18:30:00.000Z"],
  ["2031-01-17T20:30", "Europe/Amsterdam", "2031-01-17T19:30:00.000Z"],
  ["2031-03-30T01:59", "Europe/Amsterdam", "2031-03-30T00:59:00.000Z"],
  ["2031-03-30T03:00", "Europe/Amsterdam", "2031-03-30T01:00:00.000Z"],
  ["2031-10-26T12:00", "America/Los_Angeles", "2031-10-26T19:00:00.000Z"],
  ["2031-05-17T00:15", "Asia/Kolkata", "2031-05-16T18:45:00.000Z"],
  ["2031-05-17T20:30", "UTC", "2031-05-17T20:30:00.000Z"],
])("%s in %s", (local, zone, moment) => {
  expect(momentAt(local, zone)?.toISOString()).toBe(moment);
});

test.each([
  "",
  "soon",
  "2031-13-01T20:30",
  "+275760-09-13T00:00",
  "2031-05-17",
  "2031-05-17T25:00",
])("%o is no time", (local) => {
  expect(momentAt(local, "Europe/Amsterdam")).toBeNull();
});
