import { createHmac } from "node:crypto";
import { environment } from "#kernel/environment.ts";

/** Stands in the tables for an address or an email. Without our secret, not even trying them all tells which. */
export function keyedHash(text: string): string {
  return createHmac("sha256", environment().AUTH_SECRET).update(text).digest("base64url");
}
