import { uncached } from "#app/api/health/answer.ts";

export const dynamic = "force-dynamic";

/** This process answers. It says nothing of the database: restarting the process would not mend that. */
export function GET(): Response {
  return Response.json({ ok: true }, { headers: uncached });
}
