import type { SessionId, UserId } from "#kernel/ids.ts";
import { refuse } from "#kernel/refusal.ts";
import { startSession } from "./sessions.ts";
import { limitRate } from "#lib/rate-limit/limit-rate.ts";
import { verifyCredentials } from "./verify-credentials.ts";

type Attempt = { email: string; password: string };
/** Where an attempt comes from: the address it is counted by, and what the browser calls itself. */
export type Visitor = { address: string; userAgent: string | null };

/**
 * Starts a session for the right email and password.
 *
 * Refuses: `too-many-requests`; `wrong-email-or-password`, for an unknown email as for a wrong password.
 */
export async function signIn(
  { email, password }: Attempt,
  { address, userAgent }: Visitor,
): Promise<{ userId: UserId; sessionId: SessionId }> {
  await limitRate("signInByAddress", address);
  await limitRate("signInByAccount", `${email.trim().toLowerCase()}:${address}`);
  const userId = await verifyCredentials({ email, password });
  if (!userId) return refuse("wrong-email-or-password");
  return { userId, sessionId: await startSession(userId, userAgent) };
}
