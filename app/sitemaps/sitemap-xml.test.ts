import { expect, test } from "vitest";
import { sitemapXml } from "./sitemap-xml.ts";

test("a list of pages has each at its whole address, and nothing that XML would take for its own", () => {
  const xml = sitemapXml("pages", ["/", "/events/o'neill?a=1&b=<2>"], "https://rowlock.example");
  expect(xml).toBe(
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
      "<url><loc>https://rowlock.example/</loc></url>",
      "<url><loc>https://rowlock.example/events/o&apos;neill?a=1&amp;b=%3C2%3E</loc></url>",
      "</urlset>",
      "",
    ].join("\n"),
  );
});

test("a list of such lists names them as that", () => {
  const xml = sitemapXml("lists", ["/sitemaps/pages.xml"], "https://rowlock.example");
  expect(xml).toContain("<sitemap><loc>https://rowlock.example/sitemaps/pages.xml</loc></sitemap>");
  expect(xml).toMatch(/<sitemapindex [^>]*>[^]*<\/sitemapindex>\n$/);
});
