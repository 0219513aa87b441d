import { and, eq, gt, isNull } from "drizzle-orm";
import { confirmations } from "#db/schema/confirmations.ts";
import { passkeys } from "#db/schema/second-factors.ts";
import { inTransaction } from "#db/transaction.ts";
import { removeIntegrations } from "#lib/integrations/remove-integrations.ts";
import { requestConfirmation } from "../confirmations/request-confirmation.ts";
import { describeConfirmation, takeConfirmation } from "../confirmations/take-confirmation.ts";
import { removeSecondFactor } from "../second-factor/remove-second-factor.ts";
import { endSessions, lockUser, updateUser } from "./update-user.ts";

/** Which address a link gives back, or why it gives none. Uses nothing up. */
export function describeUndo(token: string) {
  return describeConfirmation(["undo-email"], token);
}

/**
 * Gives an account its former address back, by the link that was sent there when it was changed. Whoever changed it knew
 * the password and is signed in: all sessions end, passkeys, a second factor and access tokens are removed because they may be theirs,
 * what they could undo in turn is worthless, and the address is sent a link to set a new password.
 *
 * Refuses: what `takeConfirmation` refuses; `email-taken` when the address has another account by now; what
 * `updateUser` refuses; `busy` when the row lock cannot be had in time.
 */
export async function undoEmailChange(token: string): Promise<void> {
  await inTransaction(async (tx) => {
    const { userId, email, createdAt, at } = await takeConfirmation(tx, ["undo-email"], {
      token,
    });
    const user = await lockUser(tx, userId);
    await updateUser(tx, user.id, { email, emailVerifiedAt: at }, { at, changed: ["email"] });
    await tx
      .update(confirmations)
      .set({ usedAt: at })
      .where(
        and(
          eq(confirmations.userId, user.id),
          isNull(confirmations.usedAt),
          gt(confirmations.createdAt, createdAt),
        ),
      );
    await tx.delete(passkeys).where(eq(passkeys.userId, user.id));
    await removeSecondFactor(tx, user.id);
    await removeIntegrations(tx, user.id);
    await endSessions(tx, user.id, at);
    await requestConfirmation(tx, { purpose: "reset-password", email });
  });
}
