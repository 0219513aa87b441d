import { parse } from "uuid";
import type { UserId } from "#kernel/ids.ts";

/** What a passkey says of whose it is: an id, which names nobody to whoever finds it on a device. */
export function handleOf(userId: UserId): string {
  return Buffer.from(parse(userId)).toString("base64url");
}
