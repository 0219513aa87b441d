import { eq } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import { users } from "#db/schema/auth.ts";
import { inTransaction } from "#db/transaction.ts";
import { refuse } from "#kernel/refusal.ts";
import { giveBack, limitRate } from "#lib/rate-limit/limit-rate.ts";
import { answerField } from "../passkeys/passkey-answers.ts";
import { takeAssertion } from "../passkeys/take-assertion.ts";
import { verifyPassword } from "../passwords/password.ts";
import { takeCode } from "../second-factor/take-code.ts";
import type { Self } from "../sessions/self.ts";
import { waysToProve } from "./ways-to-prove.ts";

/** What a form asks for: a password, with a code where the account asks for one; or what a passkey answered. */
export const proofFields = {
  currentPassword: z.string().default(""),
  code: z.string().max(64, "A code is shorter than that.").default(""),
  passkey: answerField.default(""),
};
export type IdentityProof = { currentPassword: string; code?: string; passkey?: string };

/** The input of a form that asks for a proof beside its own fields. */
export function withProof<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.object({ ...shape, ...proofFields }).check(({ value, issues }) => {
    const { currentPassword, passkey } = value as IdentityProof; // the fields of this very object
    if (currentPassword === "" && passkey === "")
      issues.push({
        code: "custom",
        path: ["currentPassword"],
        message: "Type your password.",
        input: "",
      });
  });
}

/**
 * Asks who is signed in to show again that it is them, before what a stolen session must not do. Wrong proofs are
 * counted by session, so that nobody else can use up somebody's tries.
 *
 * Refuses: `wrong-password`; what `takeCode` refuses where the account has a second factor, and `takeAssertion` for a
 * passkey; `passkey-needed` for an operator who has one and gives a password; what `limitRate` refuses after too many
 * wrong ones; `busy` when too many wait to be checked.
 */
export async function proveIdentity(self: Self, proof: IdentityProof): Promise<void> {
  const counted = `${self.id}:${self.sessionId}`;
  await limitRate("proveByAccount", counted);
  await (proof.passkey ? provePasskey(self, proof.passkey) : provePassword(self, proof));
  await giveBack("proveByAccount", counted);
}

function provePasskey(self: Self, passkey: string): Promise<unknown> {
  return inTransaction((tx) => takeAssertion(tx, { for: "prove", self }, passkey));
}

async function provePassword(
  { id }: Self,
  { currentPassword, code = "" }: IdentityProof,
): Promise<void> {
  const [user] = await db()
    .select({ passwordHash: users.passwordHash, role: users.role, ...waysToProve() })
    .from(users)
    .where(eq(users.id, id));
  const isRight =
    user !== undefined &&
    currentPassword.length <= 128 &&
    (await verifyPassword(user.passwordHash, currentPassword, { isKnown: true }));
  if (!isRight) return refuse("wrong-password");
  if (user.asksForCode) return inTransaction((tx) => takeCode(tx, id, code));
  if (user.role === "operator" && user.hasPasskeys) refuse("passkey-needed");
}
