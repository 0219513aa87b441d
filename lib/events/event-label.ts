type Labelled = { title: string; venue: string; city: string; startsAt: Date; timeZone: string };

/** An event in one line, as it is offered while typing: "The Long Now · Paradiso, Amsterdam · 12 Dec 2026". */
export function eventLabel({ title, venue, city, startsAt, timeZone }: Labelled): string {
  const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone }).format(startsAt);
  return `${title} · ${venue}, ${city} · ${day}`;
}
