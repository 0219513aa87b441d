import { eq } from "drizzle-orm";
import { recoveryCodes, secondFactors } from "#db/schema/second-factors.ts";
import type { Tx } from "#db/transaction.ts";
import type { UserId } from "#kernel/ids.ts";

/** Without a word: whoever calls it records why. */
export async function removeSecondFactor(tx: Tx, userId: UserId): Promise<void> {
  await tx.delete(secondFactors).where(eq(secondFactors.userId, userId));
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
}
