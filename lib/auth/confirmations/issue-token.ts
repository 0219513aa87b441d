import { eq, sql } from "drizzle-orm";
import { confirmations } from "#db/schema/confirmations.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ConfirmationId } from "#kernel/ids.ts";
import { lockConfirmation } from "./lock-confirmation.ts";
import { newCode, newToken } from "./token.ts";

/**
 * What an email asks with: a new link and a new code, of which only hashes are kept. Sent twice after a crash, both
 * links are good and the later code. Null when there is nothing to ask any more: answered, or over.
 *
 * Refuses: `busy` when the row lock cannot be had in time.
 */
export async function issueToken(confirmationId: ConfirmationId) {
  return inTransaction(
    async (tx) => {
      const { asked, now } = await lockConfirmation(tx, confirmationId);
      if (!asked || asked.usedAt || asked.expiresAt <= now) return null;
      const [token, code] = [newToken(confirmationId), newCode(confirmationId)];
      await tx
        .update(confirmations)
        .set({
          tokenHashes: sql`${confirmations.tokenHashes} || ${token.hash}::text`,
          codeHash: code.hash,
        })
        .where(eq(confirmations.id, confirmationId));
      const { purpose, email, userId, name, expiresAt } = asked;
      return { purpose, email, userId, name, expiresAt, token: token.token, code: code.code };
    },
    { repeatable: true }, // what was issued and not sent is a hash that nothing fits
  );
}

export type Issued = NonNullable<Awaited<ReturnType<typeof issueToken>>>;
