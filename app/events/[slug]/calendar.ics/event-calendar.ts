import { countryName } from "../country-name.ts";

type CalendarEvent = {
  id: string;
  title: string;
  venue: string;
  city: string;
  country: string;
  startsAt: Date;
  cancelledAt: Date | null;
};

/**
 * An event for calendars (RFC 5545), which is at `url`. Its end nobody knows, so none is given. Its id stays, so that a
 * calendar which takes it twice has it once; called off, it says so there.
 */
export function eventCalendar(event: CalendarEvent, url: string, madeAt: Date): string {
  const { id, title, venue, city, country, startsAt, cancelledAt } = event;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Rowlock//Events//EN",
    "METHOD:PUBLISH",
    "BEGIN:VEVENT",
    `UID:${id}`,
    `DTSTAMP:${inUtc(madeAt)}`,
    `DTSTART:${inUtc(startsAt)}`,
    `SUMMARY:${escaped(title)}`,
    `LOCATION:${escaped(`${venue}, ${city}, ${countryName(country)}`)}`,
    `URL:${url}`,
    `SEQUENCE:${cancelledAt ? 1 : 0}`,
    `STATUS:${cancelledAt ? "CANCELLED" : "CONFIRMED"}`,
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** "20310517T183000Z". */
function inUtc(at: Date): string {
  return at.toISOString().replace(/\.\d+/, "").replace(/[-:]/g, "");
}

/** Text as a value (section 3.3.11): what would end or part it is escaped; other controls it cannot hold. */
function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|\r|\n/g, "\\n")
    .replace(/\p{Cc}/gu, " ");
}

/** Octets in a line, without its end (section 3.1). */
const longest = 75;

/** A line in pieces that are short enough: each but the first begins with a space, and none cuts a character. */
function folded(line: string): string {
  const pieces = [""];
  for (const character of line) {
    const piece = pieces.at(-1) ?? "";
    const isFull = Buffer.byteLength(piece) + Buffer.byteLength(character) > longest;
    if (isFull) pieces.push(` ${character}`);
    else pieces[pieces.length - 1] = piece + character;
  }
  return pieces.join("\r\n");
}
