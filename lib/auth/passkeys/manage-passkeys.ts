import { verifyRegistrationResponse } from "@simplewebauthn/server";
import { and, count, eq } from "drizzle-orm";
import { z } from "zod";
import { readClock } from "#db/clock.ts";
import { db } from "#db/client.ts";
import { sessions } from "#db/schema/auth.ts";
import { passkeys } from "#db/schema/second-factors.ts";
import { violatedConstraint } from "#db/sql-state.ts";
import { inTransaction } from "#db/transaction.ts";
import { idSchema, newId, type PasskeyId, type UserId } from "#kernel/ids.ts";
import { refuse } from "#kernel/refusal.ts";
import { requiredLine } from "#kernel/text-fields.ts";
import { limitRate } from "#lib/rate-limit/limit-rate.ts";
import { lockUser, updateUser } from "../account/update-user.ts";
import { requireFreshProof } from "../proof/fresh-proof.ts";
import type { Self } from "../sessions/self.ts";
import { isOurs, spendChallenge } from "./challenge.ts";
import { answerField, readAttestation } from "./passkey-answers.ts";
import { algorithms, requireRelyingParty } from "./relying-party.ts";
import { orRefuse } from "./take-assertion.ts";

/** More than anybody has devices: a list that is read through. */
const most = 20;

const nameField = requiredLine(
  80,
  "The name of a passkey",
  "Give the passkey a name, such as the device it is on.",
);
export const addPasskeyInput = z.object({ name: nameField, passkey: answerField });
export const renamePasskeyInput = z.object({ id: idSchema<"passkey">(), name: nameField });
export const removePasskeyInput = z.object({ id: idSchema<"passkey">() });

/**
 * Adds a passkey that a device has just made: from then on it signs in to this account by itself.
 *
 * Refuses: what `requireFreshProof`, `limitRate` and `lockUser` refuse; `passkey-unusable`, `passkey-over`;
 * `passkey-exists`; `too-many-passkeys`.
 */
export async function addPasskey(
  self: Self,
  { name, passkey }: z.output<typeof addPasskeyInput>,
): Promise<void> {
  await requireFreshProof(self);
  await limitRate("changeSignInByAccount", self.id);
  const { challenge, credential, isBackedUp } = await verifyNew(self, passkey);
  await inTransaction(async (tx) => {
    await lockUser(tx, self.id);
    const at = await readClock(tx);
    const [there] = await tx
      .select({ count: count() })
      .from(passkeys)
      .where(eq(passkeys.userId, self.id));
    if ((there?.count ?? 0) >= most) refuse("too-many-passkeys", { most });
    await spendChallenge(tx, challenge);
    await tx.insert(passkeys).values({
      id: newId<"passkey">(),
      userId: self.id,
      name,
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey).toString("base64url"),
      signCount: credential.counter,
      transports: credential.transports ?? [],
      isBackedUp,
      createdAt: at,
    });
    await tx
      .update(sessions)
      .set({ signedInBy: "passkey" })
      .where(and(eq(sessions.id, self.sessionId), eq(sessions.signedInBy, "password")));
    await updateUser(tx, self.id, {}, { at, changed: ["passkey-added"] });
  }).catch((error: unknown) => {
    if (violatedConstraint(error) === "a_passkey_is_of_one_account") refuse("passkey-exists");
    throw error;
  });
}

async function verifyNew(self: Self, written: string) {
  const { id: expectedRPID, origin: expectedOrigin } = requireRelyingParty();
  const response = readAttestation(written);
  let challenge = "";
  const { verified, registrationInfo } = await orRefuse(() =>
    verifyRegistrationResponse({
      response,
      expectedChallenge: (given) => isOurs((challenge = given), { for: "add", self }),
      expectedOrigin,
      expectedRPID,
      requireUserVerification: true,
      supportedAlgorithmIDs: algorithms,
    }),
  );
  if (!verified) return refuse("passkey-unusable");
  const { credential, credentialBackedUp: isBackedUp } = registrationInfo;
  return { challenge, credential, isBackedUp };
}

/**
 * Calls a passkey something else.
 *
 * Refuses: `no-such-passkey`, for somebody else's too; what `limitRate` refuses.
 */
export async function renamePasskey(
  self: Self,
  { id, name }: z.output<typeof renamePasskeyInput>,
): Promise<void> {
  await limitRate("changeSignInByAccount", self.id);
  const renamed = await db()
    .update(passkeys)
    .set({ name })
    .where(isOwn(self.id, id))
    .returning({ id: passkeys.id });
  if (renamed.length === 0) refuse("no-such-passkey");
}

/**
 * Removes a passkey: it signs in to nothing any more.
 *
 * Refuses: what `requireFreshProof` and `lockUser` refuse; `no-such-passkey`, for somebody else's too.
 */
export async function removePasskey(
  self: Self,
  { id }: z.output<typeof removePasskeyInput>,
): Promise<void> {
  await requireFreshProof(self);
  await inTransaction(async (tx) => {
    await lockUser(tx, self.id);
    const at = await readClock(tx);
    const removed = await tx
      .delete(passkeys)
      .where(isOwn(self.id, id))
      .returning({ id: passkeys.id });
    if (removed.length === 0) refuse("no-such-passkey");
    await updateUser(tx, self.id, {}, { at, changed: ["passkey-removed"] });
  });
}

function isOwn(userId: UserId, id: PasskeyId) {
  return and(eq(passkeys.id, id), eq(passkeys.userId, userId));
}
