import { openApiDocument } from "#lib/integrations/api/open-api.ts";

/** What programs can ask, in OpenAPI 3.1. The same for everybody. */
export async function GET(_request: Request): Promise<Response> {
  return Response.json(openApiDocument(), { headers: { "Cache-Control": "no-store" } });
}
