import { randomBytes } from "node:crypto";
import type { SessionId } from "#kernel/ids.ts";

/** Somebody about to sign in or up, and where from. */
export type Visitor = {
  /** The address they are counted by. */
  address: string;
  /** What the browser calls itself. */
  userAgent: string | null;
  /** What tells their browser from others, if it was ever told. */
  device: string | null;
  /** The session the browser is in already: signing in ends it. */
  sessionId: SessionId | null;
};

export function newDevice(): string {
  return randomBytes(32).toString("base64url");
}

/** What a device cookie holds, if that is anything we could have written. */
export function readDevice(written: string | undefined): string | null {
  return written && /^[\w-]{43}$/.test(written) ? written : null;
}
