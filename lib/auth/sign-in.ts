import { and, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { users } from "#db/schema/auth.ts";
import type { UserId } from "#kernel/ids.ts";
import { refuse } from "#kernel/refusal.ts";
import { giveBack, limitRate } from "#lib/rate-limit/limit-rate.ts";
import type { RateLimitName } from "#lib/rate-limit/rate-limits.ts";
import { emailField } from "./account-fields.ts";
import { awaitSecondFactor, beginSession, type SignedIn } from "./sessions/begin-session.ts";
import { hashPassword, isOutdated, pretendToVerify, verifyPassword } from "./passwords/password.ts";
import { type Acquaintance, findAccount } from "./sessions/sign-in-places.ts";
import type { Visitor } from "./sessions/visitor.ts";

type Attempt = { email: string; password: string };
type Count = [limit: RateLimitName, requester: string];

/**
 * Starts a session for the right email and password, and ends the one the browser was in. Wrong passwords are counted
 * by account and place. Whoever has signed in to an account before, from this browser or this address, is counted
 * apart from strangers: nobody's guesses, from however many addresses, keep an account's owner out. Where the account
 * asks for a second factor, nobody is signed in before `passSecondFactor`.
 *
 * Refuses: `wrong-email-or-password`, for an unknown email as for a wrong password; `too-many-requests`, `crowded` and
 * `account-guarded` after too many of those; `busy` when too many wait to have their password checked; what
 * `beginSession` refuses.
 */
export async function signIn(attempt: Attempt, visitor: Visitor): Promise<SignedIn> {
  const { data: email } = emailField.safeParse(attempt.email);
  const tooLong = attempt.password.length > 128;
  if (email === undefined || attempt.password === "" || tooLong)
    return refuse("wrong-email-or-password");
  const { account, acquaintance } = await findAccount(email, visitor);
  const counts = countsOf(email, visitor, acquaintance);
  for (const [limit, requester] of counts) await limitRate(limit, requester);
  const user = await verified(account, attempt.password, acquaintance !== "none");
  if (!user) return refuse("wrong-email-or-password");
  await Promise.all(counts.map(([limit, requester]) => giveBack(limit, requester)));
  if (user.hasSecondFactor) return awaitSecondFactor(user.id, visitor);
  return beginSession(user.id, visitor, { isElsewhere: acquaintance !== "device" });
}

/** The narrow limit first: guesses that it stops do not use up what others share. */
function countsOf(email: string, visitor: Visitor, acquaintance: Acquaintance): Count[] {
  const { address, device } = visitor;
  if (acquaintance === "device") return [["signInByAccountAndDevice", `${email}:${device}`]];
  const narrow: Count = ["signInByAccountAndAddress", `${email}:${address}`];
  if (acquaintance === "address") return [narrow];
  return [narrow, ["signInByAddress", address], ["signInByAccount", email]];
}

/** Unless it was changed in the meantime. */
async function rehash({ id, passwordHash: before }: Account, password: string): Promise<void> {
  const passwordHash = await hashPassword(password);
  await db()
    .update(users)
    .set({ passwordHash })
    .where(and(eq(users.id, id), eq(users.passwordHash, before)));
}

type Account = { id: UserId; passwordHash: string; hasSecondFactor: boolean };

async function verified(
  account: Account | null,
  password: string,
  isKnown: boolean,
): Promise<Account | null> {
  if (!account) {
    await pretendToVerify(password);
    return null;
  }
  const right = await verifyPassword(account.passwordHash, password, { isKnown });
  if (right && isOutdated(account.passwordHash)) await rehash(account, password);
  return right ? account : null;
}
