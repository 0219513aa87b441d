import { maximumBytesOf } from "./body-limits.ts";

/** A request's body as text, exactly as it was sent; null as soon as it is longer than its path allows. */
export async function readLimited(request: Request): Promise<string | null> {
  const maximumBytes = maximumBytesOf(new URL(request.url).pathname);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > maximumBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
