import { asc, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { accessTokens } from "#db/schema/integrations.ts";
import type { UserId } from "#kernel/ids.ts";

/** Somebody's access tokens as they are shown to them, the oldest first. At most ten. */
export async function listAccessTokens(userId: UserId) {
  const { id, name, createdAt, lastUsedAt } = accessTokens;
  return db()
    .select({ id, name, createdAt, lastUsedAt })
    .from(accessTokens)
    .where(eq(accessTokens.userId, userId))
    .orderBy(asc(createdAt), asc(id));
}
