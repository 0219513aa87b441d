import { eq } from "drizzle-orm";
import { accessTokens } from "#db/schema/integrations.ts";
import type { Tx } from "#db/transaction.ts";
import type { UserId } from "#kernel/ids.ts";

/** No program reads any more what is this person's. */
export async function removeIntegrations(tx: Tx, userId: UserId): Promise<void> {
  await tx.delete(accessTokens).where(eq(accessTokens.userId, userId));
}
