import fc from "fast-check";
import { expect, test } from "vitest";
import { eventCalendar } from "./event-calendar.ts";

const event = {
  id: "019aba6e-3f0e-7a51-b1c2-5dd0d1f1a001",
  title: "The Long Now",
  venue: "Paradiso",
  city: "Amsterdam",
  country: "NL",
  startsAt: new Date("2031-05-17T18:30:00.000Z"),
  cancelledAt: null,
};
const url = "https://rowlock.example/events/the-long-now";
const at = new Date("2026-11-25T21:00:00.123Z");
const made = (given: Partial<typeof event> | { cancelledAt: Date } = {}) =>
  eventCalendar({ ...event, ...given }, url, at);

/** As a calendar reads it: pieces put together again, escapes undone. */
function propertiesOf(calendar: string): Map<string, string> {
  const lines = calendar.replaceAll("\r\n ", "").split("\r\n").slice(0, -1);
  return new Map(
    lines.map((line) => {
      const [name = "", ...value] = line.split(":");
      const text = value
        .join(":")
        .replace(/\\(.)/g, (_, sign: string) => (sign === "n" ? "\n" : sign));
      return [name, text];
    }),
  );
}

test("an event has its time in UTC, its place, its address here, and an id that stays", () => {
  expect(made().split("\r\n")).toEqual([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Rowlock//Events//EN",
    "METHOD:PUBLISH",
    "BEGIN:VEVENT",
    `UID:${event.id}`,
    "DTSTAMP:20261125T210000Z",
    "DTSTART:20310517T183000Z",
    "SUMMARY:The Long Now",
    String.raw`LOCATION:Paradiso\, Amsterdam\, Netherlands`,
    `URL:${url}`,
    "SEQUENCE:0",
    "STATUS:CONFIRMED",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ]);
});

test("called off, it is the same event, newer, and cancelled", () => {
  const properties = propertiesOf(made({ cancelledAt: at }));
  expect(properties.get("UID")).toBe(event.id);
  expect([properties.get("STATUS"), properties.get("SEQUENCE")]).toEqual(["CANCELLED", "1"]);
});

test("what parts or ends a value is escaped, and comes back as it was", () => {
  const title = String.raw`Rock, Paper; Scissors \ BEGIN:VEVENT` + "\nSTATUS:CANCELLED";
  const calendar = made({ title });
  expect(calendar).toContain(String.raw`SUMMARY:Rock\, Paper\; Scissors \\ BEGIN:VEVENT\nSTATUS`);
  expect(calendar.match(/^STATUS:/gm)).toHaveLength(1);
  expect(propertiesOf(calendar).get("SUMMARY")).toBe(title);
});

test("whatever an event is called, no line has more than 75 octets, and none cuts a character", () => {
  const name = fc.string({ unit: "grapheme", minLength: 1, maxLength: 120 });
  fc.assert(
    fc.property(name, name, (title, venue) => {
      const calendar = made({ title, venue });
      for (const line of calendar.split("\r\n"))
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(calendar.replaceAll("\r\n", "")).not.toMatch(/[\r\n\uFFFD]/);
      if (!/\p{Cc}/u.test(title)) expect(propertiesOf(calendar).get("SUMMARY")).toBe(title);
    }),
  );
});
