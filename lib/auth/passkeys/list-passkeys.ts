import { asc, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { passkeys } from "#db/schema/second-factors.ts";
import type { UserId } from "#kernel/ids.ts";

/** Somebody's passkeys as they are shown to them, the oldest first. */
export async function listPasskeys(userId: UserId) {
  const { id, name, isBackedUp, createdAt, lastUsedAt } = passkeys;
  return db()
    .select({ id, name, isBackedUp, createdAt, lastUsedAt })
    .from(passkeys)
    .where(eq(passkeys.userId, userId))
    .orderBy(asc(createdAt), asc(id));
}
