import { and, desc, eq, gt, isNull, ne, sql } from "drizzle-orm";
import { databaseClock } from "#db/clock.ts";
import { type Database, db } from "#db/client.ts";
import { prepared } from "#db/prepared.ts";
import { sessions, users, type WayToSignIn } from "#db/schema/auth.ts";
import type { Tx } from "#db/transaction.ts";
import { newId, type SessionId, type UserId } from "#kernel/ids.ts";

/** A session ends after 14 days, or after 24 hours without use. */
export const sessionLifeSeconds = 14 * 24 * 60 * 60;
const secondsForSecondFactor = 10 * 60;
const idle = sql`interval '24 hours'`;
/** The last use is recorded this seldom, so that most page views only read. */
const recordUseEvery = sql`interval '5 minutes'`;

const isLive = and(
  eq(sessions.awaitsSecondFactor, false),
  isNull(sessions.revokedAt),
  gt(sessions.expiresAt, databaseClock),
  gt(sessions.lastSeenAt, sql`clock_timestamp() - ${idle}`),
);
const isAwaiting = and(
  eq(sessions.awaitsSecondFactor, true),
  isNull(sessions.revokedAt),
  gt(sessions.expiresAt, databaseClock),
);
/** As many as a person reads through; the others end with "everywhere else". */
const mostListed = 50;

type Started = { signedInBy?: WayToSignIn; awaitsSecondFactor?: boolean };

/** `awaitsSecondFactor`: nobody is signed in by it until `endAwaiting`, and it is over in ten minutes. */
export async function startSession(
  userId: UserId,
  userAgent: string | null,
  runner: Database | Tx = db(),
  { signedInBy = "password", awaitsSecondFactor = false }: Started = {},
): Promise<SessionId> {
  const id = newId<"session">();
  const seconds = awaitsSecondFactor ? secondsForSecondFactor : sessionLifeSeconds;
  const expiresAt = sql`clock_timestamp() + make_interval(secs => ${seconds})`;
  await runner.insert(sessions).values({
    id,
    userId,
    createdAt: databaseClock,
    lastSeenAt: databaseClock,
    expiresAt,
    userAgent: userAgent?.slice(0, 300) ?? null,
    signedInBy,
    awaitsSecondFactor,
  });
  return id;
}

const selectSession = prepared((database) =>
  database
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      role: users.role,
      emailVerifiedAt: users.emailVerifiedAt,
      signedInBy: sessions.signedInBy,
      stale: sql<boolean>`${sessions.lastSeenAt} < clock_timestamp() - ${recordUseEvery}`,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.id, sql.placeholder("sessionId")), isLive)),
);

/** The user of this session; null once it is revoked, over or idle for too long. */
export async function findSession(sessionId: SessionId) {
  const [found] = await selectSession(db(), { sessionId });
  if (!found) return null;
  const { stale, ...session } = found;
  if (stale)
    await db()
      .update(sessions)
      .set({ lastSeenAt: databaseClock })
      .where(eq(sessions.id, sessionId));
  return { sessionId, ...session };
}

/** Whose second factor is awaited; null when it is none's, was given already, or its ten minutes are over. */
export async function findAwaiting(sessionId: SessionId): Promise<UserId | null> {
  const [found] = await db()
    .select({ userId: sessions.userId })
    .from(sessions)
    .where(and(eq(sessions.id, sessionId), isAwaiting));
  return found?.userId ?? null;
}

/** Ends the wait for a second factor, once: of two at the same time the second gets false. */
export async function endAwaiting(tx: Tx, sessionId: SessionId): Promise<boolean> {
  const ended = await tx
    .update(sessions)
    .set({ revokedAt: databaseClock })
    .where(and(eq(sessions.id, sessionId), isAwaiting))
    .returning({ id: sessions.id });
  return ended.length > 0;
}

export async function endSession(
  sessionId: SessionId,
  runner: Database | Tx = db(),
): Promise<void> {
  await runner
    .update(sessions)
    .set({ revokedAt: databaseClock })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)));
}

/** Signs a person out on every device but the one they are using. */
export async function endOtherSessions(userId: UserId, keep: SessionId): Promise<void> {
  await db()
    .update(sessions)
    .set({ revokedAt: databaseClock })
    .where(and(eq(sessions.userId, userId), ne(sessions.id, keep), isNull(sessions.revokedAt)));
}

/** Ends one session of a person's own; one of somebody else's stays. */
export async function endOwnSession(userId: UserId, sessionId: SessionId): Promise<void> {
  await db()
    .update(sessions)
    .set({ revokedAt: databaseClock })
    .where(
      and(eq(sessions.id, sessionId), eq(sessions.userId, userId), isNull(sessions.revokedAt)),
    );
}

/** Where a person is signed in, the one used last first. */
export async function listSessions(userId: UserId) {
  return db()
    .select({
      id: sessions.id,
      userAgent: sessions.userAgent,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), isLive))
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.id))
    .limit(mostListed);
}
