import { sitemapAnswer } from "#app/sitemaps/sitemap-xml.ts";
import { listEventSlugs } from "#lib/events/list-event-addresses.ts";

export const dynamic = "force-dynamic";

/** One part of the sitemap: the pages that are always there, or the upcoming events from one of them on. */
export async function GET(_request: Request, { params }: { params: Promise<{ part: string }> }) {
  const { part } = await params;
  if (part === "pages.xml") return sitemapAnswer("pages", ["/"]);
  const slugs = part.endsWith(".xml") ? await listEventSlugs(part.slice(0, -".xml".length)) : null;
  if (!slugs) return new Response("There is no such part.\n", { status: 404 });
  return sitemapAnswer(
    "pages",
    slugs.map((slug) => `/events/${encodeURIComponent(slug)}`),
  );
}
