import { and, count, eq } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import { readClock } from "#db/clock.ts";
import { accessTokens } from "#db/schema/integrations.ts";
import { inTransaction } from "#db/transaction.ts";
import { idSchema, newId } from "#kernel/ids.ts";
import { refuse } from "#kernel/refusal.ts";
import { requiredLine } from "#kernel/text-fields.ts";
import { lockUser, updateUser } from "#lib/auth/account/update-user.ts";
import { requireFreshProof } from "#lib/auth/proof/fresh-proof.ts";
import type { Self } from "#lib/auth/sessions/self.ts";
import { limitRate } from "#lib/rate-limit/limit-rate.ts";
import { newAccessToken } from "./access-token.ts";

/** One for each program, and a few that are on their way out. */
const most = 10;

const nameField = requiredLine(
  80,
  "The name of an access token",
  "Give the access token a name, such as the program that will use it.",
);
export const makeAccessTokenInput = z.object({ name: nameField });
export const removeAccessTokenInput = z.object({ id: idSchema<"access-token">() });

/**
 * Makes an access token and resolves to it: from here on only its hash is known.
 *
 * Refuses: what `requireFreshProof`, `limitRate`, `lockUser` and `updateUser` refuse; `too-many-access-tokens`; `busy`
 * when the row lock cannot be had in time.
 */
export async function makeAccessToken(
  self: Self,
  { name }: z.output<typeof makeAccessTokenInput>,
): Promise<string> {
  await requireFreshProof(self);
  await limitRate("changeIntegrationsByAccount", self.id);
  const { token, hash: tokenHash } = newAccessToken();
  await inTransaction(async (tx) => {
    await lockUser(tx, self.id);
    const createdAt = await readClock(tx);
    const [there] = await tx
      .select({ count: count() })
      .from(accessTokens)
      .where(eq(accessTokens.userId, self.id));
    if ((there?.count ?? 0) >= most) refuse("too-many-access-tokens", { most });
    const id = newId<"access-token">();
    await tx.insert(accessTokens).values({ id, userId: self.id, name, tokenHash, createdAt });
    await updateUser(tx, self.id, {}, { at: createdAt, changed: ["access-token-made"] });
  });
  return token;
}

/**
 * Removes an access token: it opens nothing from the next request on. Asks for no proof, because whoever fears that one
 * was lost is in a hurry, and nothing is given away by it.
 *
 * Refuses: `no-such-access-token`, for somebody else's too.
 */
export async function removeAccessToken(
  { id: userId }: Self,
  { id }: z.output<typeof removeAccessTokenInput>,
): Promise<void> {
  const removed = await db()
    .delete(accessTokens)
    .where(and(eq(accessTokens.id, id), eq(accessTokens.userId, userId)))
    .returning({ id: accessTokens.id });
  if (removed.length === 0) refuse("no-such-access-token");
}
