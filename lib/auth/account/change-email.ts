import { inTransaction } from "#db/transaction.ts";
import { emailField } from "../account-fields.ts";
import { limitConfirmations } from "../confirmations/limit-confirmations.ts";
import { type Asked, requestConfirmation } from "../confirmations/request-confirmation.ts";
import { type IdentityProof, proveIdentity, withProof } from "../proof/prove-identity.ts";
import type { Self } from "../sessions/self.ts";
import { newDevice, type Visitor } from "../sessions/visitor.ts";

export const changeEmailInput = withProof({ email: emailField });

/**
 * Asks the owner of another address whether it is to be the account's. It is changed when they say so (`confirmEmail`).
 * Whether that address has an account is told by the email and by nothing else.
 *
 * Refuses: what `proveIdentity` and `limitConfirmations` refuse; `busy` when the database keeps it waiting.
 */
export async function requestEmailChange(
  self: Self,
  { email, ...proof }: { email: string } & IdentityProof,
  visitor: Visitor,
): Promise<Asked> {
  await proveIdentity(self, proof);
  return ask(self, "change-email", email, visitor);
}

/**
 * Asks the owner of an account's own address whether it is theirs: of an account from before that was asked at once.
 *
 * Refuses: what `limitConfirmations` refuses.
 */
export function requestVerification(
  self: Self & { email: string },
  visitor: Visitor,
): Promise<Asked> {
  return ask(self, "verify-email", self.email, visitor);
}

async function ask(
  { id }: Self,
  purpose: "change-email" | "verify-email",
  email: string,
  visitor: Visitor,
): Promise<Asked> {
  await limitConfirmations(email, visitor);
  const device = visitor.device ?? newDevice();
  const confirmationId = await inTransaction((tx) =>
    requestConfirmation(tx, { purpose, email, userId: id, device }),
  );
  return { confirmationId, device };
}
