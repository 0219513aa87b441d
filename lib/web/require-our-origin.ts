import { headers } from "next/headers";
import { forbidden } from "next/navigation";
import { environment } from "#lib/kernel/environment.ts";

/**
 * Whether a request that changes something was sent by a page of ours. Next lets a POST without an Origin
 * through; we want to see ours, or the browser's word that the page is of the same origin.
 */
export function isFromOurs(given: Headers): boolean {
  const origin = given.get("origin");
  if (origin) return origin === new URL(environment().APP_URL).origin;
  return given.get("sec-fetch-site") === "same-origin";
}

export async function requireOurOrigin(): Promise<void> {
  if (!isFromOurs(await headers())) forbidden();
}
