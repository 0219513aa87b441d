import { eq } from "drizzle-orm";
import { z } from "zod";
import { users } from "#db/schema/auth.ts";
import { inTransaction } from "#db/transaction.ts";
import { refuse } from "#kernel/refusal.ts";
import { emailField, newPasswordField } from "../account-fields.ts";
import { limitConfirmations } from "../confirmations/limit-confirmations.ts";
import { requestConfirmation } from "../confirmations/request-confirmation.ts";
import {
  describeConfirmation,
  readConfirmation,
  takeConfirmation,
} from "../confirmations/take-confirmation.ts";
import { hashPassword } from "../passwords/password.ts";
import { endSessions, updateUser, voidConfirmations } from "./update-user.ts";
import type { Visitor } from "../sessions/visitor.ts";

export const forgotPasswordInput = z.object({ email: emailField });

/**
 * Sends an email with a link to set a new password, or one that says that there is no account. Nothing here tells which.
 *
 * Refuses: what `limitConfirmations` refuses; `busy` when the database keeps it waiting.
 */
export async function requestPasswordReset(email: string, visitor: Visitor): Promise<void> {
  await limitConfirmations(email, visitor);
  await inTransaction((tx) => requestConfirmation(tx, { purpose: "reset-password", email }));
}

export const resetPasswordInput = z.object({ token: z.string(), password: newPasswordField });

/** For which address a link sets a password, or why it sets none. Uses nothing up. */
export function describePasswordReset(token: string) {
  return describeConfirmation(["reset-password"], token);
}

/**
 * Sets a new password by the link that was sent, and signs the account out everywhere: whoever knew the old one is out.
 *
 * Refuses: what `takeConfirmation` refuses; `link-over` when the address has no account any more; what
 * `updateUser` refuses; `busy` when the hashing
 * of other passwords keeps it waiting.
 */
export async function resetPassword({
  token,
  password,
}: z.output<typeof resetPasswordInput>): Promise<void> {
  await readConfirmation(["reset-password"], token); // before the work of hashing
  const passwordHash = await hashPassword(password);
  await inTransaction(async (tx) => {
    const { email, at } = await takeConfirmation(tx, ["reset-password"], { token });
    const [user] = await tx
      .select({ id: users.id, emailVerifiedAt: users.emailVerifiedAt })
      .from(users)
      .where(eq(users.email, email))
      .for("update");
    if (!user) return refuse("link-over");
    const changes = { passwordHash, emailVerifiedAt: user.emailVerifiedAt ?? at };
    await updateUser(tx, user.id, changes, { at, changed: ["password"] });
    await voidConfirmations(tx, email, "reset-password", at);
    await endSessions(tx, user.id, at);
  });
}
