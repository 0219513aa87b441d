import { findEventBySlug } from "#lib/events/find-event.ts";
import { drawSharedPoster } from "../draw-shared-poster.tsx";
import { sharedPosterAddress, sharedPosterName } from "../shared-poster-address.ts";
import { notThere } from "#lib/web/not-there.ts";

export const dynamic = "force-dynamic";

/** An event's poster as a PNG, for other sites. Drawn at one address alone; another leads there. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ slug: string; print: string }> },
): Promise<Response> {
  const { slug, print } = await params;
  const event = await findEventBySlug(slug);
  if (!event || !/^[0-9a-f]{16}\.png$/.test(print)) return notThere("There is no such picture.");
  if (print !== sharedPosterName(event))
    return new Response(null, { status: 307, headers: { Location: sharedPosterAddress(event) } });
  const png = await drawSharedPoster(event);
  if (!png)
    return new Response("Too many pictures are being drawn. Ask again in a moment.\n", {
      status: 503,
      headers: { "Retry-After": "5" },
    });
  return new Response(png, {
    headers: {
      "Content-Type": "image/png",
      "Cache-Control": "public, max-age=31536000, immutable",
    },
  });
}
