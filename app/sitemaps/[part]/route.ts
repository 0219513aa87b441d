import { sitemapAnswer } from "#app/sitemaps/sitemap-xml.ts";
import { listEventSlugs } from "#lib/events/list-event-addresses.ts";
import { notThere } from "#lib/web/not-there.ts";

export const dynamic = "force-dynamic";

/** One part of the sitemap: the pages that are always there, or the upcoming events from one of them on. */
export async function GET(_request: Request, { params }: { params: Promise<{ part: string }> }) {
  const { part } = await params;
  if (part === "pages.xml") return sitemapAnswer("pages", ["/"]);
  const slugs = part.endsWith(".xml") ? await listEventSlugs(part.slice(0, -".xml".length)) : null;
  if (!slugs) return notThere("There is no such part.");
  return sitemapAnswer(
    "pages",
    slugs.map((slug) => `/events/${encodeURIComponent(slug)}`),
  );
}
