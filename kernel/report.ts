import { describeError, withoutPersonalData } from "./describe-error.ts";

type Severity = "info" | "warning" | "error";

/**
 * One line of JSON on standard output, as log collectors want it. Ids only: never names, emails, secrets. What an
 * error carries of them is left out here.
 */
export function report(
  severity: Severity,
  message: string,
  facts: Record<string, unknown> = {},
): void {
  const line = { at: new Date().toISOString(), severity, message, ...facts };
  process.stdout.write(`${JSON.stringify(line, writable)}\n`);
}

/** Errors wherever they are among the facts, and texts, which may be somebody else's words. */
function writable(_name: string, fact: unknown): unknown {
  if (fact instanceof Error) return describeError(fact);
  if (typeof fact === "bigint") return String(fact);
  return typeof fact === "string" ? withoutPersonalData(fact) : fact;
}
