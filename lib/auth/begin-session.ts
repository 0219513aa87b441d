import type { SessionId, UserId } from "#kernel/ids.ts";
import { rememberPlaces } from "./sign-in-places.ts";
import { endSession, startSession } from "./sessions.ts";
import { newDevice, type Visitor } from "./visitor.ts";

export type SignedIn = {
  userId: UserId;
  sessionId: SessionId;
  /** For the device cookie: by it the account will know this browser. */
  device: string;
};

/** Starts a session in this browser, ends the one it was in, and remembers the place. */
export async function beginSession(userId: UserId, visitor: Visitor): Promise<SignedIn> {
  const { address, userAgent, sessionId: before } = visitor;
  const device = visitor.device ?? newDevice();
  const sessionId = await startSession(userId, userAgent);
  await Promise.all([
    rememberPlaces(userId, { address, device }),
    ...(before ? [endSession(before)] : []),
  ]);
  return { userId, sessionId, device };
}
