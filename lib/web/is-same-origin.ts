import { environment } from "#kernel/environment.ts";

/**
 * Whether a request was sent by a page of this app. Next lets a POST without an Origin through; this requires one of
 * our Origins, or the browser's word in Sec-Fetch-Site.
 */
export function isSameOrigin(headers: Headers): boolean {
  const origin = headers.get("origin");
  if (origin) return ourOrigins().includes(origin);
  return headers.get("sec-fetch-site") === "same-origin";
}

const namesOfThisMachine = ["localhost", "127.0.0.1", "[::1]"];

/**
 * The public address; on Vercel also those of this very deployment, so that a preview can be used; and where the
 * address is this machine, its other names: whoever opens 127.0.0.1 is at the same app.
 */
function ourOrigins(): string[] {
  const { APP_URL, VERCEL_URL, VERCEL_BRANCH_URL } = environment();
  const { origin, hostname } = new URL(APP_URL);
  const deployments = [VERCEL_URL, VERCEL_BRANCH_URL].flatMap((host) =>
    host ? [`https://${host}`] : [],
  );
  if (!namesOfThisMachine.includes(hostname)) return [origin, ...deployments];
  const local = namesOfThisMachine.map((name) => new URL(APP_URL.replace(hostname, name)).origin);
  return [...local, ...deployments];
}
