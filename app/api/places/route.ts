import { listPlaces } from "#lib/events/list-places.ts";

/** In which countries the catalogue has a city (`city`), and which zone it has there. */
export async function GET(request: Request): Promise<Response> {
  const city = new URL(request.url).searchParams.get("city") ?? "";
  const places = await listPlaces(city);
  return Response.json(places, { headers: { "Cache-Control": "public, max-age=60" } });
}
