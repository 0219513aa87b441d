import { randomUUID } from "node:crypto";
import { confirmEmail } from "#lib/auth/account/confirm-email.ts";
import { type Issued, issueToken } from "#lib/auth/confirmations/issue-token.ts";
import { createUserInput } from "#lib/auth/account/create-user.ts";
import { signUp } from "#lib/auth/account/sign-up.ts";
import type { Visitor } from "#lib/auth/sessions/visitor.ts";
import type { ConfirmationId } from "#kernel/ids.ts";

export const password = "correct horse battery staple";

/** What somebody types to sign up, all of it right. */
export function anAccount(given: { email?: string; name?: string } = {}) {
  return createUserInput.parse({
    name: "Ada",
    email: `${randomUUID()}@example.com`,
    password,
    ...given,
  });
}

/** Somebody in a browser that was never here. */
export function from(address: string, given: Partial<Visitor> = {}): Visitor {
  return { address, userAgent: "a browser", device: null, sessionId: null, ...given };
}

/** What the email holds that the worker sends. */
export async function emailOf(confirmationId: ConfirmationId): Promise<Issued> {
  const issued = await issueToken(confirmationId);
  if (!issued) throw new Error("There is nothing to ask any more.");
  return issued;
}

/** Signs up and types the code from the email. */
export async function openAccount(account = anAccount(), visitor = from("198.51.100.1")) {
  const { confirmationId, device } = await signUp(account, visitor);
  const { code } = await emailOf(confirmationId);
  const opened = await confirmEmail({ confirmationId, code, device }, { ...visitor, device });
  if (!opened) throw new Error("It was an account that was to be opened.");
  return opened;
}
