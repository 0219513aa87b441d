/** Runs once when a server starts, before any request: a server that cannot work does not start. */
export async function register(): Promise<void> {
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { EnvironmentProblem, environment } = await import("#lib/kernel/environment.ts");
  try {
    environment();
  } catch (error) {
    if (!(error instanceof EnvironmentProblem)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
