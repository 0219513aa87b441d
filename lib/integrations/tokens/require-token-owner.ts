import { and, eq, isNull, lt, or } from "drizzle-orm";
import { db } from "#db/client.ts";
import { ago, databaseClock } from "#db/clock.ts";
import { users } from "#db/schema/auth.ts";
import { accessTokens } from "#db/schema/integrations.ts";
import type { AccessTokenId, UserId } from "#kernel/ids.ts";
import { refuse } from "#kernel/refusal.ts";
import { limitRate } from "#lib/rate-limit/limit-rate.ts";
import { readBearer } from "./access-token.ts";

/**
 * Whose access token an `Authorization` header shows, counted by address before it is looked up, and by token.
 *
 * Refuses: what `limitRate` refuses; `access-token-needed`.
 */
export async function requireTokenOwner(header: string | null, address: string): Promise<UserId> {
  await limitRate("readByAddress", address);
  const tokenHash = readBearer(header);
  const found = tokenHash && (await findToken(tokenHash));
  if (!found) return refuse("access-token-needed");
  await limitRate("readByToken", found.id);
  await rememberUse(found.id);
  return found.userId;
}

async function findToken(tokenHash: string) {
  const [found] = await db()
    .select({ id: accessTokens.id, userId: accessTokens.userId })
    .from(accessTokens)
    .innerJoin(users, eq(users.id, accessTokens.userId))
    .where(
      and(
        eq(accessTokens.tokenHash, tokenHash),
        isNull(users.closedAt),
        isNull(users.switchedOffAt),
      ),
    );
  return found;
}

/** To the minute: a program that reads every second writes a row once in sixty. */
async function rememberUse(id: AccessTokenId): Promise<void> {
  const { lastUsedAt } = accessTokens;
  const isDue = or(isNull(lastUsedAt), lt(lastUsedAt, ago("1 minute")));
  await db()
    .update(accessTokens)
    .set({ lastUsedAt: databaseClock })
    .where(and(eq(accessTokens.id, id), isDue));
}
