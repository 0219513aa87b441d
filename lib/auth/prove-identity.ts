import { eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { users } from "#db/schema/auth.ts";
import type { SessionId, UserId } from "#kernel/ids.ts";
import { refuse } from "#kernel/refusal.ts";
import { giveBack, limitRate } from "#lib/rate-limit/limit-rate.ts";
import { verifyPassword } from "./passwords/password.ts";

/** Somebody who is signed in. */
export type Self = { id: UserId; sessionId: SessionId };

/**
 * Asks who is signed in for their password, before what a stolen session must not do. Wrong ones are counted by session,
 * so that nobody else can use up somebody's tries.
 *
 * Refuses: `wrong-password`; what `limitRate` refuses after too many of those; `busy` when too many wait to be checked.
 */
export async function proveIdentity({ id, sessionId }: Self, password: string): Promise<void> {
  const counted = `${id}:${sessionId}`;
  await limitRate("proveByAccount", counted);
  const [user] = await db()
    .select({ passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.id, id));
  const isRight =
    user !== undefined &&
    password.length <= 128 &&
    (await verifyPassword(user.passwordHash, password, { isKnown: true }));
  if (!isRight) refuse("wrong-password");
  await giveBack("proveByAccount", counted);
}
