import { and, eq, exists, isNotNull, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { users } from "#db/schema/auth.ts";
import { passkeys, secondFactors } from "#db/schema/second-factors.ts";
import type { UserId } from "#kernel/ids.ts";

/** By what somebody can show, beside their password, that it is them. */
export async function readWaysToProve(userId: UserId) {
  const [found] = await db().select(waysToProve()).from(users).where(eq(users.id, userId));
  return found ?? { asksForCode: false, hasPasskeys: false };
}

/** The same as columns of a query over users. */
export function waysToProve() {
  const factor = db()
    .select({ one: sql`1` })
    .from(secondFactors)
    .where(and(eq(secondFactors.userId, users.id), isNotNull(secondFactors.confirmedAt)));
  const passkey = db()
    .select({ one: sql`1` })
    .from(passkeys)
    .where(eq(passkeys.userId, users.id));
  return {
    asksForCode: sql<boolean>`${exists(factor)}`,
    hasPasskeys: sql<boolean>`${exists(passkey)}`,
  };
}
