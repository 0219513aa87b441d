import { environment } from "#kernel/environment.ts";

const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** A list of pages, or of such lists (https://www.sitemaps.org/protocol.html), by their paths. */
export function sitemapXml(kind: "pages" | "lists", paths: string[], appUrl: string): string {
  const [list, entry] = { pages: ["urlset", "url"], lists: ["sitemapindex", "sitemap"] }[kind];
  const entries = paths.map((path) => `<${entry}><loc>${address(path, appUrl)}</loc></${entry}>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${list} ${namespace}>\n${entries.join("\n")}\n</${list}>\n`;
}

/** Of what XML reads as its own, `&` and `'` are all that stay as they are in an address. */
function address(path: string, appUrl: string): string {
  return new URL(path, appUrl).href.replaceAll("&", "&amp;").replaceAll("'", "&apos;");
}

export function sitemapAnswer(kind: "pages" | "lists", paths: string[]): Response {
  return new Response(sitemapXml(kind, paths, environment().APP_URL), {
    headers: {
      "Content-Type": "application/xml; charset=utf-8",
      // What is new is found within the hour, and nobody makes the database list everything again and again.
      "Cache-Control": "public, max-age=3600",
    },
  });
}
