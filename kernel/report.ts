type Severity = "info" | "warning" | "error";

/** One line of JSON on standard output, as log collectors want it. Ids only: never names, emails, secrets. */
export function report(
  severity: Severity,
  message: string,
  facts: Record<string, unknown> = {},
): void {
  const line = { at: new Date().toISOString(), severity, message, ...describeErrors(facts) };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

function describeErrors(facts: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [
      name,
      fact instanceof Error ? describe(fact) : fact,
    ]),
  );
}

function describe(error: Error): Record<string, unknown> {
  const cause = error.cause instanceof Error ? { cause: describe(error.cause) } : {};
  return { name: error.name, message: error.message, stack: error.stack, ...cause };
}
