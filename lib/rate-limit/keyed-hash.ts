import { createHmac } from "node:crypto";
import { environment } from "#kernel/environment.ts";

/** Of where somebody asks from: the same wherever it is counted or remembered. */
export const hashOfAddress = (address: string) => keyedHash(`address:${address}`);
/** Of the browser that somebody asks in, by its device cookie. */
export const hashOfDevice = (device: string) => keyedHash(`device:${device}`);

/** Stands in the tables for an address or an email. Without our secret, not even trying them all tells which. */
export function keyedHash(text: string): string {
  return createHmac("sha256", environment().AUTH_SECRET).update(text).digest("base64url");
}
