import { readClock } from "#db/clock.ts";
import { inTransaction } from "#db/transaction.ts";
import { newPasswordField } from "../account-fields.ts";
import { hashPassword } from "../passwords/password.ts";
import { type IdentityProof, proveIdentity, withProof } from "../proof/prove-identity.ts";
import type { Self } from "../sessions/self.ts";
import { endSessions, updateUser } from "./update-user.ts";

export const changePasswordInput = withProof({ password: newPasswordField });

/**
 * Changes the password of who is signed in, and signs them out everywhere else.
 *
 * Refuses: what `proveIdentity` and `updateUser` refuse; `busy` when the hashing of other passwords keeps it waiting.
 */
export async function changePassword(
  self: Self,
  { password, ...proof }: { password: string } & IdentityProof,
): Promise<void> {
  await proveIdentity(self, proof);
  const passwordHash = await hashPassword(password);
  await inTransaction(async (tx) => {
    const at = await readClock(tx);
    await updateUser(tx, self.id, { passwordHash }, { at, changed: ["password"] });
    await endSessions(tx, self.id, at, { keep: self.sessionId });
  });
}
