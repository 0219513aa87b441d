import { report } from "#kernel/report.ts";
import { readHealth } from "#lib/operations/read-health.ts";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  const headers = { "Cache-Control": "no-store" };
  try {
    return Response.json(await readHealth(), { headers });
  } catch (error) {
    report("error", "the database does not answer", { error });
    return Response.json({ ok: false }, { status: 503, headers });
  }
}
