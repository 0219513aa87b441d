import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { categories } from "#kernel/categories.ts";
import { countries } from "#kernel/countries.ts";
import { whenSound } from "#kernel/field-problems.ts";
import { requiredLine } from "#kernel/text-fields.ts";
import { timeZoneOf, timeZoneOfPlace } from "#kernel/time-zones.ts";

/** Where a city of some name is: the country, and the zone of its clocks. */
export type Place = { country: string; timeZone: string };

/** How far ahead an event may start. Tours are announced two years ahead, great tournaments four. */
export const yearsAhead = 5;

export const cityLine = requiredLine(80, "The city", "Say in which city.");

/** What a seller says about an event that the catalogue lacks. `startsAt` is local to its venue. */
const newEventFields = z.object({
  title: requiredLine(120, "The event's name", "Name the event.").prefault(""),
  category: z.enum(categories, "Choose what kind of event it is."),
  venue: requiredLine(120, "The venue", "Say where it takes place.").prefault(""),
  city: cityLine.prefault(""),
  country: z.enum(countries, "Choose the country."),
  timeZone: z.string().default(""),
  startsAt: z.string("Say when it starts.").trim().min(1, "Say when it starts."),
});
type Typed = z.output<typeof newEventFields>;

/**
 * The same with its zone and moment, when it has not begun at `now`. Everything that is wrong is told at once. `places`
 * are where the catalogue has such a city: asked where country and city alone leave a doubt.
 */
export function newEventInput(now: Date, places: readonly Place[] = []) {
  const zoneOf = (typed: Typed) =>
    isByPlace(typed) ? byPlace(typed, places) : timeZoneOf(typed.timeZone);
  const begins = new Map<string, Date | string>(); // each check asks again, and a calendar takes its time
  const starts = (typed: Typed) => {
    const zone = zoneOf(typed);
    const key = `${zone} ${typed.startsAt}`;
    const known = begins.get(key) ?? startOf(typed, zone, now);
    begins.set(key, known);
    return known;
  };
  return newEventFields
    .refine((typed) => starts(typed) instanceof Date, {
      path: ["startsAt"],
      error: ({ input }) => String(starts(input as Typed)), // asked only when it is sound
      ...whenSound("startsAt", "timeZone"),
    })
    .refine((typed) => isByPlace(typed) || zoneOf(typed) !== null, {
      path: ["timeZone"],
      error: "Choose the venue's time zone.",
      ...whenSound("timeZone"),
    })
    .refine((typed) => !isByPlace(typed) || zoneOf(typed) !== null, {
      path: ["timeZone"],
      error: "Time differs within this country: choose the venue's time zone.",
      ...whenSound("city", "country", "timeZone"),
    })
    .transform((typed) => {
      const [timeZone, startsAt] = [zoneOf(typed), starts(typed)];
      if (!timeZone || typeof startsAt === "string") throw new Error("It was judged before.");
      return { ...typed, timeZone, startsAt };
    });
}

export type NewEvent = z.output<ReturnType<typeof newEventInput>>;

const isByPlace = ({ timeZone }: Typed) => timeZone.trim() === "";

function byPlace(typed: Typed, places: readonly Place[]): string | null {
  const known = places.find(({ country }) => country === typed.country);
  return timeZoneOfPlace(typed) ?? known?.timeZone ?? null;
}

/** The moment, or what is wrong with it; while the zone is not known, only what is wrong in every one. */
function startOf(typed: Typed, zone: string | null, now: Date): Date | string {
  if (zone) return instant(typed.startsAt, zone, now);
  const farthestWest = instant(typed.startsAt, "Etc/GMT+12", now);
  return farthestWest instanceof Date ? farthestWest : instant(typed.startsAt, "Etc/GMT-14", now);
}

const notATime = "There is no such day or time. Please check it.";
/** As a browser sends it; its year may have a sign and up to six digits. */
const localTime = /^[+-]?\d{4,6}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?$/;

/**
 * The moment, or what is wrong with it: outside the window, the thirtieth of February, a time the clocks skipped, or
 * already over. A time they showed twice means the first.
 */
function instant(local: string, timeZone: string, now: Date): Date | string {
  if (!localTime.test(local)) return notATime;
  const earliest = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(
    timeZone,
  );
  const latest = lastStart(earliest);
  if (!/^\d{4}-/.test(local)) return outsideWindow(latest);
  try {
    const wanted = Temporal.PlainDateTime.from(local, { overflow: "reject" });
    const day = wanted.toPlainDate();
    if (Temporal.PlainDate.compare(day, latest) > 0) return outsideWindow(latest);
    if (Temporal.PlainDate.compare(day, earliest.toPlainDate()) < 0) return outsideWindow(latest);
    const time = wanted.toZonedDateTime(timeZone);
    if (!time.toPlainDateTime().equals(wanted)) return notATime;
    const begun = time.epochMilliseconds <= now.getTime();
    return begun ? alreadyBegun : new Date(time.epochMilliseconds);
  } catch {
    return notATime;
  }
}

const alreadyBegun = "This event has already begun. Choose a later one.";

function lastStart(now: Temporal.ZonedDateTime): Temporal.PlainDate {
  return now.toPlainDate().add({ years: yearsAhead });
}

function outsideWindow(latest: Temporal.PlainDate): string {
  return `Choose a day from today to ${inWords(latest)}.`;
}

/** The last day on which an event may start, for the hint beside the field: "25 November 2031". */
export function lastDayOfWindow(): string {
  return inWords(lastStart(Temporal.Now.zonedDateTimeISO("UTC")));
}

function inWords(day: Temporal.PlainDate): string {
  const format = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
  return format.format(new Date(`${day.toString()}T12:00Z`));
}
