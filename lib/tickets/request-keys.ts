import { createHash } from "node:crypto";
import { mostSeparately } from "#kernel/seats.ts";

/**
 * The request keys of the tickets that one press lists, in their order: its own, and for each further one a UUID made of
 * it (version 5, by RFC 9562). So the constraint that lets a press list once does so for each of its tickets.
 */
export function requestKeysOf(requestKey: string, count = mostSeparately): string[] {
  return Array.from({ length: count }, (_, index) =>
    index === 0 ? requestKey.toLowerCase() : madeOf(requestKey, String(index)),
  );
}

function madeOf(namespace: string, name: string): string {
  const bytes = Buffer.from(namespace.replaceAll("-", ""), "hex");
  const made = createHash("sha1").update(bytes).update(name).digest().subarray(0, 16);
  made[6] = (Number(made[6]) & 0x0f) | 0x50;
  made[8] = (Number(made[8]) & 0x3f) | 0x80;
  return made.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
