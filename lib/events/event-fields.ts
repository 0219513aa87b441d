import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { categories } from "#kernel/categories.ts";
import { countries } from "#kernel/countries.ts";
import { requiredLine } from "#kernel/text-fields.ts";

const zones = new Set(Intl.supportedValuesOf("timeZone"));

/** What a seller says about an event that the catalogue lacks. `startsAt` is local to its venue. */
export const newEventInput = z
  .object({
    title: requiredLine(120, "The event's name", "Name the event."),
    category: z.enum(categories, "Choose what kind of event it is."),
    venue: requiredLine(120, "The venue", "Say where it takes place."),
    city: requiredLine(80, "The city", "Say in which city."),
    country: z.enum(countries, "Choose the country."),
    timeZone: z.string().refine((zone) => zones.has(zone), "Choose the venue's time zone."),
    startsAt: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/, "Say when it starts."),
  })
  .transform(({ startsAt, timeZone, ...event }, context) => {
    const at = instant(startsAt, timeZone);
    if (at) return { ...event, timeZone, startsAt: at };
    context.issues.push({
      code: "custom",
      path: ["startsAt"],
      message: "There is no such day or time. Please check it.",
      input: startsAt,
    });
    return z.NEVER;
  });

export type NewEvent = z.output<typeof newEventInput>;

/** Null for the thirtieth of February and for a time the clocks skipped. A time they showed twice means the first. */
function instant(local: string, timeZone: string): Date | null {
  try {
    const wanted = Temporal.PlainDateTime.from(local, { overflow: "reject" });
    const time = wanted.toZonedDateTime(timeZone);
    return time.toPlainDateTime().equals(wanted) ? new Date(time.epochMilliseconds) : null;
  } catch {
    return null;
  }
}
