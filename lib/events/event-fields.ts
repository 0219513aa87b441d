import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { categories } from "#kernel/categories.ts";
import { countries } from "#kernel/countries.ts";
import { requiredLine } from "#kernel/text-fields.ts";
import { timeZoneOf, timeZoneOfPlace } from "#kernel/time-zones.ts";

/** How far ahead an event may start. Tours are announced two years ahead, great tournaments four. */
export const yearsAhead = 5;

/** What a seller says about an event that the catalogue lacks. `startsAt` is local to its venue. */
export const newEventInput = z
  .object({
    title: requiredLine(120, "The event's name", "Name the event."),
    category: z.enum(categories, "Choose what kind of event it is."),
    venue: requiredLine(120, "The venue", "Say where it takes place."),
    city: requiredLine(80, "The city", "Say in which city."),
    country: z.enum(countries, "Choose the country."),
    timeZone: z.string().default(""),
    startsAt: z.string("Say when it starts.").trim().min(1, "Say when it starts."),
  })
  .transform(({ startsAt, timeZone: named, ...event }, context) => {
    const timeZone = named.trim() === "" ? timeZoneOfPlace(event) : timeZoneOf(named);
    if (!timeZone) {
      const asked = named.trim() === "" ? "Time differs within this country: choose" : "Choose";
      return refuseField(context, "timeZone", `${asked} the venue's time zone.`, named);
    }
    const start = instant(startsAt, timeZone);
    if (typeof start === "string") return refuseField(context, "startsAt", start, startsAt);
    return { ...event, timeZone, startsAt: start };
  });

export type NewEvent = z.output<typeof newEventInput>;

function refuseField(
  context: z.core.$RefinementCtx,
  field: string,
  message: string,
  input: string,
): never {
  context.issues.push({ code: "custom", path: [field], message, input });
  return z.NEVER;
}

const notATime = "There is no such day or time. Please check it.";
/** As a browser sends it; its year may have a sign and up to six digits. */
const localTime = /^[+-]?\d{4,6}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?$/;

/**
 * The moment, or what is wrong with it: outside the window, the thirtieth of February, a time the clocks skipped. A
 * time they showed twice means the first.
 */
function instant(local: string, timeZone: string): Date | string {
  if (!localTime.test(local)) return notATime;
  const earliest = Temporal.Now.zonedDateTimeISO(timeZone);
  const latest = lastStart(earliest);
  if (!/^\d{4}-/.test(local)) return outsideWindow(latest);
  try {
    const wanted = Temporal.PlainDateTime.from(local, { overflow: "reject" });
    const day = wanted.toPlainDate();
    if (Temporal.PlainDate.compare(day, latest) > 0) return outsideWindow(latest);
    if (Temporal.PlainDate.compare(day, earliest.toPlainDate()) < 0) return outsideWindow(latest);
    const time = wanted.toZonedDateTime(timeZone);
    return time.toPlainDateTime().equals(wanted) ? new Date(time.epochMilliseconds) : notATime;
  } catch {
    return notATime;
  }
}

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
