import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { sessions, users } from "#db/schema/auth.ts";
import { confirmations, type Purpose } from "#db/schema/confirmations.ts";
import { violatedConstraint } from "#db/sql-state.ts";
import type { Tx } from "#db/transaction.ts";
import type { SessionId, UserId } from "#kernel/ids.ts";
import { refuse } from "#kernel/refusal.ts";
import type { DomainEventData } from "#lib/domain-events/domain-events.ts";
import { recordDomainEvent } from "#lib/domain-events/record-domain-event.ts";

/**
 * The row of an account under its lock.
 *
 * Refuses: `link-over` when the account was closed meanwhile.
 */
export async function lockUser(tx: Tx, userId: UserId | null) {
  if (!userId) throw new Error("Whoever is signed in asked.");
  const [user] = await tx.select().from(users).where(eq(users.id, userId)).for("update");
  return user && !user.closedAt ? user : refuse("link-over");
}

type Changes = Partial<
  Pick<
    typeof users.$inferInsert,
    "name" | "email" | "passwordHash" | "emailVerifiedAt" | "closedAt" | "switchedOffAt"
  >
>;

/**
 * Changes an account and records what of it: the one place that does.
 *
 * Refuses: `not-signed-in` when there is no such account, or it was closed; `email-taken`.
 */
export async function updateUser(
  tx: Tx,
  userId: UserId,
  changes: Changes,
  { at, changed }: { at: Date } & Pick<DomainEventData<"UserUpdated">, "changed">,
): Promise<void> {
  const version = await write(tx, userId, { ...changes, updatedAt: at });
  if (version === undefined) return refuse("not-signed-in");
  await recordDomainEvent(tx, "UserUpdated", at, { userId, version, changed });
}

async function write(tx: Tx, userId: UserId, changes: Changes & { updatedAt: Date }) {
  try {
    const [row] = await tx
      .update(users)
      .set({ ...changes, version: sql`${users.version} + 1` })
      .where(and(eq(users.id, userId), isNull(users.closedAt)))
      .returning({ version: users.version });
    return row?.version;
  } catch (error) {
    if (violatedConstraint(error) === "one_account_per_email") return refuse("email-taken");
    throw error;
  }
}

/** Signs an account out everywhere, or everywhere but in one session. */
export async function endSessions(
  tx: Tx,
  userId: UserId,
  at: Date,
  { keep }: { keep?: SessionId } = {},
): Promise<void> {
  await tx
    .update(sessions)
    .set({ revokedAt: at })
    .where(
      and(eq(sessions.userId, userId), isNull(sessions.revokedAt), keep && ne(sessions.id, keep)),
    );
}

/** Makes questions worthless that were sent to an address and not answered yet. */
export async function voidConfirmations(
  tx: Tx,
  email: string,
  purpose: Purpose,
  at: Date,
): Promise<void> {
  await tx
    .update(confirmations)
    .set({ usedAt: at })
    .where(
      and(
        eq(confirmations.email, email),
        eq(confirmations.purpose, purpose),
        isNull(confirmations.usedAt),
      ),
    );
}
