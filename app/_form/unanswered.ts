import { unstable_isUnrecognizedActionError } from "next/navigation";
import { turnedAwayBy, type TurnedAwayCode } from "#kernel/turned-away.ts";

/**
 * Why an action got no answer: the page is older than the server, there is no connection, or proxy.ts turned it away,
 * whose words Next makes the message of an error. Null for everything else, such as a redirect or a failure on the
 * server.
 */
export function whyUnanswered(error: unknown): "outdated" | "offline" | TurnedAwayCode | null {
  if (unstable_isUnrecognizedActionError(error)) return "outdated";
  const code = error instanceof Error ? turnedAwayBy(error.message) : null;
  if (code) return code;
  return error instanceof TypeError ? "offline" : null; // what `fetch` throws without a connection
}
