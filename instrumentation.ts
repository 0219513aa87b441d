import type { Instrumentation } from "next";

/** Runs once when a server starts, before any request: a server that cannot work does not start. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { requireSurroundings } = await import("#lib/web/require-surroundings.ts");
    const { logThroughReport } = await import("#lib/web/log-through-report.ts");
    const { admitRequests } = await import("#lib/web/admit-requests.ts");
    await requireSurroundings();
    logThroughReport();
    admitRequests();
  }
}

/** What a page, a route or an action failed with. The query of an address may be somebody's words: it is left out. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  const { reportOnce } = await import("#lib/web/log-through-report.ts");
  const [path = ""] = request.path.split("?");
  const { routePath, routeType } = context;
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : undefined;
  reportOnce("a request failed", error, {
    method: request.method,
    path,
    routePath,
    routeType,
    digest,
  });
};
