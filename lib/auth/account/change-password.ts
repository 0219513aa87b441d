import { z } from "zod";
import { readClock } from "#db/clock.ts";
import { inTransaction } from "#db/transaction.ts";
import { currentPasswordField, newPasswordField } from "../account-fields.ts";
import { hashPassword } from "../passwords/password.ts";
import { proveIdentity, type Self } from "../prove-identity.ts";
import { endSessions, updateUser } from "./update-user.ts";

export const changePasswordInput = z.object({
  currentPassword: currentPasswordField,
  password: newPasswordField,
});

/**
 * Changes the password of who is signed in, and signs them out everywhere else.
 *
 * Refuses: what `proveIdentity` and `updateUser` refuse; `busy` when the hashing of other passwords keeps it waiting.
 */
export async function changePassword(
  self: Self,
  { currentPassword, password }: z.output<typeof changePasswordInput>,
): Promise<void> {
  await proveIdentity(self, currentPassword);
  const passwordHash = await hashPassword(password);
  await inTransaction(async (tx) => {
    const at = await readClock(tx);
    await updateUser(tx, self.id, { passwordHash }, { at, changed: ["password"] });
    await endSessions(tx, self.id, at, { keep: self.sessionId });
  });
}
