import { eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { sessions, users } from "#db/schema/auth.ts";
import { environment } from "#kernel/environment.ts";
import type { SessionId, UserId } from "#kernel/ids.ts";
import { deviceName } from "#lib/auth/sessions/device-name.ts";
import { deliver } from "../deliver.ts";
import { type SignInChange, signInChanged } from "./sign-in-changed.ts";
import { passwordChanged, signedInElsewhere } from "./warn-owner.ts";

const owner = { name: users.name, email: users.email, closedAt: users.closedAt };

/** Tells the owner of an account that its password was changed. Throws when the mail server does not take it. */
export async function warnOfPassword(causeId: string, userId: UserId, at: Date): Promise<void> {
  const [found] = await db().select(owner).from(users).where(eq(users.id, userId));
  if (!found || found.closedAt) return;
  await deliver({
    messageId: `${causeId}.passwordChanged`,
    to: { name: found.name, address: found.email },
    content: passwordChanged(found, at, environment().APP_URL),
  });
}

/** Tells the owner of an account that how they sign in was changed. Throws when the mail server does not take it. */
export async function warnOfSignIn(
  causeId: string,
  userId: UserId,
  change: SignInChange,
  at: Date,
): Promise<void> {
  const [found] = await db().select(owner).from(users).where(eq(users.id, userId));
  if (!found || found.closedAt) return;
  await deliver({
    messageId: `${causeId}.${change}`,
    to: { name: found.name, address: found.email },
    content: signInChanged(found, change, at, environment().APP_URL),
  });
}

/** Tells the owner of an account of a session in a browser it did not know. Throws when the mail server does not take it. */
export async function warnOfSession(causeId: string, sessionId: SessionId): Promise<void> {
  const [found] = await db()
    .select({ ...owner, userAgent: sessions.userAgent, createdAt: sessions.createdAt })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(eq(sessions.id, sessionId));
  if (!found || found.closedAt) return;
  const where = { device: deviceName(found.userAgent), at: found.createdAt };
  await deliver({
    messageId: `${causeId}.signedInElsewhere`,
    to: { name: found.name, address: found.email },
    content: signedInElsewhere(found, where, environment().APP_URL),
  });
}
