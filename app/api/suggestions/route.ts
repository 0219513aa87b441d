import { formatEventDate } from "#components/event-dates.ts";
import { searchAddress } from "#app/_browse/search-address.ts";
import { suggest } from "#lib/events/market/suggest.ts";

/** What the search field offers while somebody types: where each leads, and how it is called. */
export type Suggestion = { href: string; name: string; about: string };

/** The same for everybody who types the same: a browser may keep it for a moment. */
export async function GET(request: Request): Promise<Response> {
  const typed = new URL(request.url).searchParams.get("q") ?? "";
  const { events, cities } = await suggest(typed);
  const suggestions: Suggestion[] = [
    ...events.map(({ slug, title, city, startsAt, timeZone }) => ({
      href: `/events/${slug}`,
      name: title,
      about: `${formatEventDate(startsAt, timeZone, "brief")}, ${city}`,
    })),
    ...cities.map((city) => ({
      href: searchAddress({ city }),
      name: city,
      about: "Everything there",
    })),
  ];
  return Response.json(suggestions, { headers: { "Cache-Control": "public, max-age=10" } });
}
