import { createHash } from "node:crypto";
import type { Told } from "./news-hub.ts";

/**
 * The same news for a page that asks now and then instead of holding a stream: 304 while there is none since the
 * answer it has.
 */
export function answerNews({ body }: Told, ifNoneMatch: string | null): Response {
  const text = JSON.stringify(body);
  const etag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"`;
  const headers = { ETag: etag, "Cache-Control": "no-cache" };
  const known = ifNoneMatch?.split(",").map((each) => each.trim().replace(/^W\//, ""));
  if (known?.includes(etag)) return new Response(null, { status: 304, headers });
  return new Response(text, { headers: { ...headers, "Content-Type": "application/json" } });
}
