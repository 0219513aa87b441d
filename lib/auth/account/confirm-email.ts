import { inTransaction, type Tx } from "#db/transaction.ts";
import type { UserId } from "#kernel/ids.ts";
import { refuse } from "#kernel/refusal.ts";
import { hashOfDevice } from "#lib/rate-limit/keyed-hash.ts";
import { giveBack, limitRate } from "#lib/rate-limit/limit-rate.ts";
import { beginSession, type SignedIn } from "../sessions/begin-session.ts";
import { requestConfirmation } from "../confirmations/request-confirmation.ts";
import {
  countCodeTry,
  describeConfirmation,
  type Proof,
  readConfirmation,
  takeConfirmation,
} from "../confirmations/take-confirmation.ts";
import { insertUser } from "./create-user.ts";
import { verifyPassword } from "../passwords/password.ts";
import { lockUser, updateUser, voidConfirmations } from "./update-user.ts";
import type { Visitor } from "../sessions/visitor.ts";

/** What is confirmed by showing that an email address is one's own. */
export const emailPurposes = ["open-account", "verify-email", "change-email"] as const;

type Taken = Awaited<ReturnType<typeof takeConfirmation>>;

/**
 * Confirms an email address, by the link or the code in an email, and does what was asked for it: opens the account and
 * signs this browser in, or counts the address of an account as its own. `password` is asked for where a link that opens
 * an account was opened in another browser than the one that asked: nobody's mailbox is made into an account of
 * somebody else.
 *
 * Refuses: what `takeConfirmation` refuses; `invalid-input` and `wrong-password` for that password; `email-taken` when
 * the address has an account by now; what `updateUser`, `limitRate` and `beginSession` refuse; `busy` when it
 * is kept waiting.
 */
export async function confirmEmail(
  proof: Proof,
  visitor: Visitor,
  password = "",
): Promise<SignedIn | null> {
  if ("token" in proof) await proveWhoAsked(proof.token, visitor, password);
  else await countCodeTry(proof.confirmationId);
  const opened = await inTransaction(async (tx) => {
    const taken = await takeConfirmation(tx, emailPurposes, proof);
    if (taken.purpose === "open-account") return openAccount(tx, taken);
    await (taken.purpose === "change-email" ? changeEmail(tx, taken) : verifyEmail(tx, taken));
    return null;
  });
  return opened && beginSession(opened, visitor);
}

/**
 * What a link asks, and whether it asks for the password of the account that it opens; or why it asks nothing any more.
 * Uses nothing up.
 */
export async function describeLink(token: string, device: string | null) {
  const asked = await describeConfirmation(emailPurposes, token);
  if ("refusal" in asked) return asked;
  const { purpose, email } = asked;
  const asksForPassword = purpose === "open-account" && !isOfDevice(asked, device);
  return { purpose, email, asksForPassword };
}

function isOfDevice(asked: { device: string | null }, device: string | null): boolean {
  return device !== null && asked.device === hashOfDevice(device);
}

async function proveWhoAsked(token: string, { device }: Visitor, password: string): Promise<void> {
  const asked = await readConfirmation(emailPurposes, token);
  const { id, passwordHash } = asked;
  if (asked.purpose !== "open-account" || !passwordHash || isOfDevice(asked, device)) return;
  if (password === "")
    refuse("invalid-input", {
      fields: { password: "Type the password that you chose for this account." },
    });
  await limitRate("proveByAccount", id);
  if (!(await verifyPassword(passwordHash, password))) refuse("wrong-password");
  await giveBack("proveByAccount", id);
}

function openAccount(tx: Tx, { name, email, passwordHash, at }: Taken): Promise<UserId> {
  if (!name || !passwordHash) throw new Error("An account to be opened has a name and a password.");
  return insertUser(tx, { name, email, passwordHash }, { at, isVerified: true });
}

async function verifyEmail(tx: Tx, { userId, email, at }: Taken): Promise<void> {
  const user = await lockUser(tx, userId);
  if (user.email !== email) refuse("link-over"); // it has another address by now
  const changes = { emailVerifiedAt: at };
  await updateUser(tx, user.id, changes, { at, changed: ["email-verified"] });
}

/** The old address is told, and can take it back: one that was shown to be theirs, or a stranger could take the account. */
async function changeEmail(tx: Tx, { userId, email, at }: Taken): Promise<void> {
  const user = await lockUser(tx, userId);
  if (user.email === email) return;
  await updateUser(tx, user.id, { email, emailVerifiedAt: at }, { at, changed: ["email"] });
  await voidConfirmations(tx, user.email, "reset-password", at);
  if (user.emailVerifiedAt)
    await requestConfirmation(tx, { purpose: "undo-email", email: user.email, userId: user.id });
}
