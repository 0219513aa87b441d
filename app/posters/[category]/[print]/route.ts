import { readArtAddress } from "#components/posters/art-address.ts";
import { printArt } from "#components/posters/print-art.tsx";
import { notThere } from "#lib/web/not-there.ts";

/**
 * The art of a poster for lists: drawn from the address alone, and kept by browsers for ever. Of an earlier edition
 * there is today's art, kept nowhere: a page from before a deploy still shows its prints.
 */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ category: string; print: string }> },
): Promise<Response> {
  const { category, print } = await params;
  const art = readArtAddress(category, print);
  if (!art) return notThere("There is no such print.");
  return new Response(await printArt(art), {
    headers: {
      "Content-Type": "image/svg+xml",
      "Cache-Control": art.isCurrent ? "public, max-age=31536000, immutable" : "no-store",
      "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
    },
  });
}
