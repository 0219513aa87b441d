import { timingSafeEqual } from "node:crypto";
import { environment } from "#kernel/environment.ts";
import { metricsType, readMetrics } from "#lib/operations/metrics.ts";
import { notThere } from "#lib/web/not-there.ts";

export const dynamic = "force-dynamic";

/** How this process and the system stand, for Prometheus: to whoever has METRICS_TOKEN, and nothing where there is none. */
export async function GET(request: Request): Promise<Response> {
  const { METRICS_TOKEN } = environment();
  const given = request.headers.get("authorization") ?? "";
  if (!METRICS_TOKEN || !isSame(given, `Bearer ${METRICS_TOKEN}`))
    return notThere("There is nothing here.");
  return new Response(await readMetrics(), {
    headers: { "Content-Type": metricsType, "Cache-Control": "no-store" },
  });
}

function isSame(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)];
  return one.length === other.length && timingSafeEqual(one, other);
}
