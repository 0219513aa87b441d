/** Dates as people read them, always in the event's own time zone. 24-hour clock, named zone. */

const formats = {
  weekday: { weekday: "short" },
  day: { day: "numeric" },
  month: { month: "short" },
  year: { year: "numeric" },
  time: { hour: "2-digit", minute: "2-digit", timeZoneName: "short" },
  full: {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
  },
  brief: { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
  short: { weekday: "short", day: "numeric", month: "short", year: "numeric" },
  date: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  zone: { timeZoneName: "long" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

// Making a formatter costs some hundred times what using it does, and a page of stubs needs six for every ticket.
const formatters = new Map<string, Intl.DateTimeFormat>();

export function formatEventDate(at: Date, timeZone: string, format: keyof typeof formats): string {
  return formatter(timeZone, format).format(at);
}

/** "British Summer Time". */
export function timeZoneName(at: Date, timeZone: string): string {
  const parts = formatter(timeZone, "zone").formatToParts(at);
  return parts.find((part) => part.type === "timeZoneName")?.value ?? timeZone;
}

function formatter(timeZone: string, format: keyof typeof formats): Intl.DateTimeFormat {
  const key = `${format} ${timeZone}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-GB", { ...formats[format], timeZone });
  formatters.set(key, made);
  return made;
}
