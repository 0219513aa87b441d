import { verifyAuthenticationResponse } from "@simplewebauthn/server";
import { eq } from "drizzle-orm";
import { databaseClock } from "#db/clock.ts";
import { passkeys } from "#db/schema/second-factors.ts";
import type { Tx } from "#db/transaction.ts";
import type { UserId } from "#kernel/ids.ts";
import { refuse } from "#kernel/refusal.ts";
import { report } from "#kernel/report.ts";
import { lockUser } from "../account/update-user.ts";
import { isOurs, type Occasion, spendChallenge } from "./challenge.ts";
import { handleOf } from "./user-handle.ts";
import { readAssertion } from "./passkey-answers.ts";
import { requireRelyingParty } from "./relying-party.ts";

/**
 * Whose passkey signed what we asked it to sign, on this occasion, once; and that its device knew them, by a finger, a
 * face or a PIN: it stands for a password and a second factor.
 *
 * Refuses: `passkey-unusable` for what is no such answer; `passkey-unknown`; `passkey-over` for one that is too old or
 * was taken; what `lockUser` refuses.
 */
export async function takeAssertion(tx: Tx, occasion: Occasion, written: string): Promise<UserId> {
  const answer = readAssertion(written);
  const [known] = await tx
    .select({ userId: passkeys.userId })
    .from(passkeys)
    .where(eq(passkeys.credentialId, answer.id));
  if (!known) return refuse("passkey-unknown");
  const { userId } = known;
  if (occasion.for !== "sign-in" && occasion.self.id !== userId) refuse("passkey-unknown");
  const { userHandle } = answer.response;
  if (userHandle !== undefined && userHandle !== handleOf(userId)) refuse("passkey-unusable");
  await lockUser(tx, userId);
  const [passkey] = await tx.select().from(passkeys).where(eq(passkeys.credentialId, answer.id));
  if (!passkey) return refuse("passkey-unknown"); // removed meanwhile
  const { id: expectedRPID, origin: expectedOrigin } = requireRelyingParty();
  let challenge = "";
  const { verified, authenticationInfo: said } = await orRefuse(() =>
    verifyAuthenticationResponse({
      response: answer,
      expectedChallenge: (given) => isOurs((challenge = given), occasion),
      expectedOrigin,
      expectedRPID,
      requireUserVerification: true,
      credential: {
        id: passkey.credentialId,
        publicKey: new Uint8Array(Buffer.from(passkey.publicKey, "base64url")),
        counter: passkey.signCount,
      },
    }),
  );
  if (!verified) return refuse("passkey-unusable");
  await spendChallenge(tx, challenge);
  const { newCounter: signCount, credentialBackedUp: isBackedUp } = said;
  await tx
    .update(passkeys)
    .set({ signCount, isBackedUp, lastUsedAt: databaseClock })
    .where(eq(passkeys.id, passkey.id));
  return userId;
}

/** The library throws at whatever is wrong with an answer: to whoever sent it that is one thing, and we keep the reason. */
export async function orRefuse<Verified>(verify: () => Promise<Verified>): Promise<Verified> {
  try {
    return await verify();
  } catch (error) {
    report("info", "a passkey's answer was refused", { error });
    return refuse("passkey-unusable");
  }
}
