/** "the-long-now-2026-12-12-4f2a9c": readable, and unique by the end of the event's id. */
export function eventSlug(title: string, startsAt: Date, id: string): string {
  const words = title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-+|-+$/g, "");
  const day = startsAt.toISOString().slice(0, 10);
  return [words, day, id.slice(-6)].filter(Boolean).join("-");
}
