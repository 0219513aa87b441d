import { z } from "zod";
import { inTransaction } from "#db/transaction.ts";
import { giveBack, limitRate } from "#lib/rate-limit/limit-rate.ts";
import { answerField } from "./passkeys/passkey-answers.ts";
import { takeAssertion } from "./passkeys/take-assertion.ts";
import { beginSessionIn, type SignedIn } from "./sessions/begin-session.ts";
import { findAcquaintance } from "./sessions/sign-in-places.ts";
import type { Visitor } from "./sessions/visitor.ts";

export const passkeySignInInput = z.object({ passkey: answerField });

/**
 * Signs in whoever's passkey answered, without an address, a password or a code: the device has checked who holds it.
 *
 * Refuses: what `takeAssertion` refuses; what `limitRate` refuses after too many that were none, from one address;
 * what `beginSession` refuses.
 */
export async function signInByPasskey(passkey: string, visitor: Visitor): Promise<SignedIn> {
  await limitRate("passkeyByAddress", visitor.address);
  const signedIn = await inTransaction(async (tx) => {
    const userId = await takeAssertion(tx, { for: "sign-in" }, passkey);
    const isElsewhere = (await findAcquaintance(userId, visitor, tx)) !== "device";
    return beginSessionIn(tx, userId, visitor, { isElsewhere, signedInBy: "passkey" });
  });
  await giveBack("passkeyByAddress", visitor.address);
  return signedIn;
}
