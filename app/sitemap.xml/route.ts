import { sitemapAnswer } from "#app/sitemaps/sitemap-xml.ts";
import { listEventParts } from "#lib/events/list-event-addresses.ts";

export const dynamic = "force-dynamic";

/** The parts of the sitemap. Next's own convention makes parts, and nothing that lists them. */
export async function GET(): Promise<Response> {
  const parts = await listEventParts();
  return sitemapAnswer(
    "lists",
    ["pages", ...parts].map((part) => `/sitemaps/${part}.xml`),
  );
}
