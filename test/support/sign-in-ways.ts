import { eq } from "drizzle-orm";
import { Secret, TOTP } from "otpauth";
import { readClock } from "#db/clock.ts";
import { db } from "#db/client.ts";
import { outbox } from "#db/schema/outbox.ts";
import { addPasskey } from "#lib/auth/passkeys/manage-passkeys.ts";
import { optionsForNew } from "#lib/auth/passkeys/passkey-options.ts";
import { grantProof } from "#lib/auth/proof/fresh-proof.ts";
import { readSecondFactor } from "#lib/auth/second-factor/read-second-factor.ts";
import { beginSetUp, confirmSetUp } from "#lib/auth/second-factor/set-up-second-factor.ts";
import type { Self } from "#lib/auth/sessions/self.ts";
import type { Visitor } from "#lib/auth/sessions/visitor.ts";
import { signIn } from "#lib/auth/sign-in.ts";
import { anAccount, from, openAccount, password } from "./accounts.ts";
import { anAuthenticator } from "./authenticator.ts";
import { passTime } from "./movable-clock.ts";
import { refusalOf } from "./refusals.ts";

export const here = from("198.51.100.1");
export const thief = from("203.0.113.9");

export const codeOf = async (work: Promise<unknown>) => (await refusalOf(work)).code;

/** Somebody signed in, who has just shown again that it is them. */
export async function ada() {
  const account = anAccount();
  const { userId: id, sessionId, device } = await openAccount(account, here);
  const self = { id, sessionId, device, name: account.name, email: account.email };
  await grantProof(self, { currentPassword: password });
  return self;
}

export async function adaWithPasskey() {
  const self = await ada();
  const device = anAuthenticator();
  await addPasskey(self, { name: "Phone", passkey: device.make(await optionsForNew(self)) });
  return { self, device };
}

/** A set-up that was begun. */
export async function beginning(self: Self) {
  await beginSetUp(self);
  const factor = await readSecondFactor(self.id);
  if (factor.state !== "beginning") throw new Error("It was begun.");
  return factor;
}

/** Somebody whose account asks for a code. A minute has passed since the first. */
export async function adaWithApp() {
  const self = await ada();
  const { secret, codes } = await beginning(self);
  await confirmSetUp(self, { code: await shown(secret) });
  await passTime(60);
  return { self, email: self.email, secret, codes };
}

/** What an app shows that was given this key. */
export async function shown(secret: string, secondsLater = 0): Promise<string> {
  const timestamp = (await readClock(db())).getTime() + secondsLater * 1000;
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp });
}

/** Types the right password; resolves to the browser that is asked for a code. */
export async function halfway(email: string, visitor: Visitor = here) {
  const { sessionId, device, awaitsSecondFactor } = await signIn({ email, password }, visitor);
  if (!awaitsSecondFactor) throw new Error("The account asks for a code.");
  return { ...visitor, sessionId, device };
}

/** What of an account was changed, in the order in which it was. */
export async function changesOf(id: string): Promise<string[]> {
  const happened = await db()
    .select()
    .from(outbox)
    .where(eq(outbox.subjectId, id))
    .orderBy(outbox.id);
  return happened.flatMap(({ type, data }) =>
    type === "UserUpdated" ? (data as { changed: string[] }).changed : [],
  );
}
