import anyAscii from "any-ascii";
import { cleanLine } from "#kernel/text.ts";

type Named = { title: string; startsAt: Date; timeZone: string };

/**
 * "the-long-now-2026-12-12-4f2a9c": its words in plain ASCII, its day at the venue, and unique by
 * the end of its id. Where nothing of the title can be spelled, day and id remain.
 */
export function eventSlug({ title, startsAt, timeZone }: Named, id: string): string {
  // Apostrophes and quotes hold a word together ("oneill", not "o-neill"); all else parts words.
  const words = anyAscii(cleanLine(title))
    .toLowerCase()
    .replace(/["'`]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+/, "")
    .slice(0, 60)
    .replace(/-+$/, "");
  const format = new Intl.DateTimeFormat("en-CA", { dateStyle: "short", timeZone });
  return [words, format.format(startsAt), id.slice(-6)].filter(Boolean).join("-");
}
