import { report } from "#kernel/report.ts";
import { type Health, readHealth } from "#lib/operations/read-health.ts";

export const uncached = { "Cache-Control": "no-store" };

/** Health as JSON, with the status that `statusOf` gives it; 503 when the database does not answer. */
export async function answerHealth(statusOf: (health: Health) => number): Promise<Response> {
  try {
    const health = await readHealth();
    return Response.json(health, { status: statusOf(health), headers: uncached });
  } catch (error) {
    report("error", "the database does not answer", { error });
    const silent = { ok: false, degraded: ["database"] };
    return Response.json(silent, { status: 503, headers: uncached });
  }
}
