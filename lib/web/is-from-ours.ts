import { environment } from "#kernel/environment.ts";

/**
 * Whether a request that changes something was sent by a page of ours. Next lets a POST without an Origin
 * through; we want to see ours, or the browser's word that the page is of the same origin.
 */
export function isFromOurs(headers: Headers): boolean {
  const origin = headers.get("origin");
  if (origin) return origin === new URL(environment().APP_URL).origin;
  return headers.get("sec-fetch-site") === "same-origin";
}
