import type { TurnedAwayCode } from "#kernel/turned-away.ts";
import { maximumBytesOf } from "./body-limits.ts";
import { readLimited } from "./read-limited.ts";

/**
 * What is wrong with the body of a form before any field of it is looked at: longer than its path allows, also when
 * it does not state its length, or cut off on the way. Null when it is whole.
 */
export async function problemWithBody(request: Request): Promise<TurnedAwayCode | null> {
  const stated = Number(request.headers.get("content-length") ?? 0);
  if (stated > maximumBytesOf(new URL(request.url).pathname)) return "too-long";
  const body = await readLimited(request).catch(() => "cut short" as const);
  if (body === null) return "too-long";
  if (body === "cut short") return "cut-short";
  const type = request.headers.get("content-type") ?? "";
  if (!/^multipart\/form-data/i.test(type)) return null;
  const whole = new Response(body, { headers: { "Content-Type": type } }).formData();
  return whole.then(
    () => null,
    () => "cut-short",
  );
}
