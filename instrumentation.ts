/** Runs once when a server starts, before any request: a server that cannot work does not start. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { requireEnvironment } = await import("#lib/web/require-environment.ts");
    requireEnvironment();
    const { admitRequests } = await import("#lib/web/admit-requests.ts");
    admitRequests();
  }
}
