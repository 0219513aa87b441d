import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server";
import { eq } from "drizzle-orm";
import { parse } from "uuid";
import { db } from "#db/client.ts";
import { passkeys } from "#db/schema/second-factors.ts";
import type { UserId } from "#kernel/ids.ts";
import { requireFreshProof } from "../proof/fresh-proof.ts";
import type { Self } from "../sessions/self.ts";
import { newChallenge } from "./challenge.ts";
import { algorithms, requireRelyingParty } from "./relying-party.ts";

/** A person has time to look for their phone; what they sign is good for twice as long. */
const timeout = 5 * 60 * 1000;
const userVerification = "required";

/** What any passkey of this site is asked with: its owner says by it which account they mean. */
export async function optionsForSignIn(): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { id: rpID } = requireRelyingParty();
  const challenge = bytesOf(await newChallenge({ for: "sign-in" }));
  return generateAuthenticationOptions({ rpID, challenge, timeout, userVerification });
}

/** What the passkeys of somebody who is signed in are asked with, before they change what a thief would. */
export async function optionsForProof(self: Self): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { id: rpID } = requireRelyingParty();
  const challenge = bytesOf(await newChallenge({ for: "prove", self }));
  const allowCredentials = await selectCredentials(self.id);
  return generateAuthenticationOptions({
    rpID,
    challenge,
    timeout,
    userVerification,
    allowCredentials,
  });
}

/**
 * What a device is asked with for a new passkey: one it finds by itself, so that no address needs to be typed.
 *
 * Refuses: what `requireFreshProof` refuses.
 */
export async function optionsForNew(
  self: Self & { name: string; email: string },
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  await requireFreshProof(self);
  const { id: rpID, name: rpName } = requireRelyingParty();
  return generateRegistrationOptions({
    rpID,
    rpName,
    userID: parse(self.id),
    userName: self.email,
    userDisplayName: self.name,
    challenge: bytesOf(await newChallenge({ for: "add", self })),
    timeout,
    excludeCredentials: await selectCredentials(self.id),
    supportedAlgorithmIDs: algorithms,
    authenticatorSelection: { residentKey: "required", userVerification },
  });
}

function selectCredentials(userId: UserId) {
  return db()
    .select({ id: passkeys.credentialId, transports: passkeys.transports })
    .from(passkeys)
    .where(eq(passkeys.userId, userId));
}

/** A challenge that is given as a text would be taken for UTF-8. */
function bytesOf(challenge: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(challenge, "base64url"));
}
