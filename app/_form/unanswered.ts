import { unstable_isUnrecognizedActionError } from "next/navigation";

/**
 * Why an action got no answer: the page is older than the server, or there is no connection. Null for everything
 * else, such as a redirect or a failure on the server.
 */
export function whyUnanswered(error: unknown): "outdated" | "offline" | null {
  if (unstable_isUnrecognizedActionError(error)) return "outdated";
  return error instanceof TypeError ? "offline" : null; // what `fetch` throws without a connection
}
