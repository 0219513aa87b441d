type Labelled = { title: string; venue: string; city: string; startsAt: Date; timeZone: string };

/**
 * An event in one line: "The Long Now · Paradiso, Amsterdam · 12 Dec 2026, 20:30". To be read: events are told apart
 * by their ids, and two may have one label.
 */
export function eventLabel({ title, venue, city, startsAt, timeZone }: Labelled): string {
  const when = new Intl.DateTimeFormat("en-GB", {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone,
  });
  return `${title} · ${venue}, ${city} · ${when.format(startsAt)}`;
}
