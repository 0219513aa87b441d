import { z } from "zod";
import { readClock } from "#db/clock.ts";
import { users } from "#db/schema/auth.ts";
import { violatedConstraint } from "#db/sql-state.ts";
import { inTransaction, type Tx } from "#db/transaction.ts";
import { newId, type UserId } from "#kernel/ids.ts";
import { refuse } from "#kernel/refusal.ts";
import { recordDomainEvent } from "#lib/domain-events/record-domain-event.ts";
import { emailField, nameField, newPasswordField } from "../account-fields.ts";
import { hashPassword } from "../passwords/password.ts";

export const createUserInput = z.object({
  name: nameField,
  email: emailField,
  password: newPasswordField,
});

type Options = {
  /** Whether we know that the email address is theirs: of the demo accounts, which we made up. */
  isVerified?: boolean;
};

type NewUser = { name: string; email: string; passwordHash: string };

/**
 * Adds an account. Whoever shows that an email address is theirs opens one so (`confirmEmail`).
 *
 * Refuses: `email-taken` when the email address, in any case, already has one.
 */
export async function insertUser(
  tx: Tx,
  user: NewUser,
  { at, isVerified }: { at: Date; isVerified: boolean },
): Promise<UserId> {
  const id = newId<"user">();
  const emailVerifiedAt = isVerified ? at : null;
  try {
    await tx.insert(users).values({ id, ...user, emailVerifiedAt, createdAt: at, updatedAt: at });
  } catch (error) {
    if (violatedConstraint(error) === "one_account_per_email") return refuse("email-taken");
    throw error;
  }
  await recordDomainEvent(tx, "UserCreated", at, { userId: id });
  return id;
}

/**
 * Opens an account at once, without a question to its email address: for the accounts that we make ourselves.
 *
 * Refuses: `email-taken` when the email address, in any case, already has one; `busy` when the database, or the
 * hashing of other passwords, keeps it waiting.
 */
export async function createUser(
  input: z.output<typeof createUserInput>,
  { isVerified = false }: Options = {},
): Promise<UserId> {
  const { name, email, password } = input;
  const passwordHash = await hashPassword(password); // takes longer than the whole transaction, so before it
  return inTransaction(async (tx) =>
    insertUser(tx, { name, email, passwordHash }, { at: await readClock(tx), isVerified }),
  );
}
