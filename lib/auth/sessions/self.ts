import type { SessionId, UserId } from "#kernel/ids.ts";

/** Somebody who is signed in, in this session. */
export type Self = { id: UserId; sessionId: SessionId };
