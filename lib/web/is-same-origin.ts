import { environment } from "#kernel/environment.ts";

/**
 * Whether a request was sent by a page of this app. Next lets a POST without an Origin through; this requires our
 * Origin, or the browser's word in Sec-Fetch-Site.
 */
export function isSameOrigin(headers: Headers): boolean {
  const origin = headers.get("origin");
  if (origin) return origin === new URL(environment().APP_URL).origin;
  return headers.get("sec-fetch-site") === "same-origin";
}
