import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { users } from "#db/schema/auth.ts";
import { confirmations, type Purpose } from "#db/schema/confirmations.ts";
import { rateLimits } from "#db/schema/operations.ts";
import { outbox } from "#db/schema/outbox.ts";
import type { UserId } from "#kernel/ids.ts";
import { anAccount, emailOf, from, openAccount, password } from "#test/support/accounts.ts";
import { passTime } from "#test/support/movable-clock.ts";
import { only } from "#test/support/read-back.ts";
import { refusalOf } from "#test/support/refusals.ts";
import { adaWithPasskey, beginning, shown } from "#test/support/sign-in-ways.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { requestEmailChange, requestVerification } from "./change-email.ts";
import { changePassword } from "./change-password.ts";
import { confirmEmail } from "./confirm-email.ts";
import { describePasswordReset, requestPasswordReset, resetPassword } from "./reset-password.ts";
import { findSession } from "../sessions/sessions.ts";
import { signIn } from "../sign-in.ts";
import { undoEmailChange } from "./undo-email-change.ts";
import { optionsForProof, optionsForSignIn } from "../passkeys/passkey-options.ts";
import { confirmSetUp } from "../second-factor/set-up-second-factor.ts";
import { signInByPasskey } from "../sign-in-by-passkey.ts";

useDatabase();
beforeEach(async () => void (await db().delete(rateLimits)));

const here = from("198.51.100.1");
const thief = from("203.0.113.9");
const another = "seven swans a-swimming";
const hour = 60 * 60;

/** Somebody signed in, whose account is a moment old. */
async function ada() {
  const account = anAccount();
  const { userId, sessionId, device } = await openAccount(account, here);
  return { email: account.email, id: userId, sessionId, device };
}

const accountOf = async (id: UserId) =>
  only(await db().select().from(users).where(eq(users.id, id)));

/** The newest email of a kind that was sent to an address. */
async function emailTo(email: string, purpose: Purpose) {
  const rows = await db().select().from(confirmations).where(eq(confirmations.email, email));
  const sent = rows.filter((row) => row.purpose === purpose);
  const newest = sent.toSorted((a, b) => a.id.localeCompare(b.id)).at(-1);
  if (!newest) throw new Error(`Nothing was sent to ${email}.`);
  return emailOf(newest.id);
}

const changesOf = async (id: UserId) =>
  (await db().select().from(outbox).where(eq(outbox.subjectId, id)).orderBy(outbox.id)).flatMap(
    ({ type, data }) => (type === "UserUpdated" ? [data] : []),
  );

describe("a forgotten password", () => {
  test("is set anew by the link, once; whoever was signed in is signed out", async () => {
    const { email, id, sessionId } = await ada();
    await requestPasswordReset(email, thief);
    const { token } = await emailTo(email, "reset-password");
    expect(await describePasswordReset(token)).toMatchObject({ email }); // as a mail scanner does
    await resetPassword({ token, password: another });
    expect(await findSession(sessionId)).toBeNull();
    expect((await refusalOf(signIn({ email, password }, here))).code).toBe(
      "wrong-email-or-password",
    );
    await signIn({ email, password: another }, here);
    const again = await refusalOf(resetPassword({ token, password }));
    expect(again.code).toBe("link-used");
    expect(await changesOf(id)).toMatchObject([{ version: 2, changed: ["password"] }]);
  });

  test("the link is good for an hour", async () => {
    const { email } = await ada();
    await requestPasswordReset(email, here);
    const { token } = await emailTo(email, "reset-password");
    await passTime(hour + 1);
    expect(await describePasswordReset(token)).toMatchObject({ refusal: { code: "link-over" } });
    expect((await refusalOf(resetPassword({ token, password: another }))).code).toBe("link-over");
  });

  test("one used, the others that were sent are worthless", async () => {
    const { email } = await ada();
    await requestPasswordReset(email, here);
    const first = await emailTo(email, "reset-password");
    await requestPasswordReset(email, here);
    const second = await emailTo(email, "reset-password");
    await resetPassword({ token: second.token, password: another });
    const late = await refusalOf(resetPassword({ token: first.token, password }));
    expect(late.code).toBe("link-used");
  });

  test("an address without an account is asked the same, and gets no account by it", async () => {
    const { email } = anAccount();
    await requestPasswordReset(email, here);
    const { token } = await emailTo(email, "reset-password");
    const refusal = await refusalOf(resetPassword({ token, password: another }));
    expect(refusal.code).toBe("link-over");
    expect(await db().select().from(users).where(eq(users.email, email))).toEqual([]);
  });

  test("a link that confirms an address sets no password, nor the other way round", async () => {
    const { email, id, sessionId, device } = await ada();
    await requestVerification({ id, sessionId, email }, { ...here, device });
    await requestPasswordReset(email, here);
    const [verify, reset] = [
      await emailTo(email, "verify-email"),
      await emailTo(email, "reset-password"),
    ];
    const set = await refusalOf(resetPassword({ token: verify.token, password: another }));
    expect(set.code).toBe("link-unknown");
    expect((await refusalOf(confirmEmail({ token: reset.token }, here))).code).toBe("link-unknown");
    expect((await refusalOf(undoEmailChange(reset.token))).code).toBe("link-unknown");
  });
});

describe("another password", () => {
  test("takes the one there is; everybody else is signed out, and who changed it is not", async () => {
    const self = await ada();
    const other = await signIn({ email: self.email, password }, thief);
    const wrong = changePassword(self, { currentPassword: "a guess", password: another });
    expect((await refusalOf(wrong)).code).toBe("wrong-password");
    await changePassword(self, { currentPassword: password, password: another });
    expect(await findSession(other.sessionId)).toBeNull();
    expect(await findSession(self.sessionId)).not.toBeNull();
    await signIn({ email: self.email, password: another }, here);
  });

  test("a stolen session may guess ten times, and its owner's tries are their own", async () => {
    const self = await ada();
    const stolen = await signIn({ email: self.email, password }, thief);
    const guess = (sessionId: typeof self.sessionId) =>
      changePassword({ id: self.id, sessionId }, { currentPassword: "a guess", password: another });
    for (let tries = 0; tries < 10; tries += 1) await refusalOf(guess(stolen.sessionId));
    expect((await refusalOf(guess(stolen.sessionId))).code).toBe("too-many-requests");
    await changePassword(self, { currentPassword: password, password: another });
  });
});

describe("another email address", () => {
  test("counts from when it is confirmed there; the old one is told, and can take it back for a week", async () => {
    const self = await ada();
    const { email } = anAccount();
    await requestEmailChange(self, { email, currentPassword: password }, here);
    expect((await accountOf(self.id)).email).toBe(self.email);
    await confirmEmail({ token: (await emailTo(email, "change-email")).token }, thief);
    expect((await accountOf(self.id)).email).toBe(email);
    await passTime(7 * 24 * hour - 60);
    const { token } = await emailTo(self.email, "undo-email");
    await undoEmailChange(token);
    expect((await accountOf(self.id)).email).toBe(self.email);
    expect(await changesOf(self.id)).toMatchObject([
      { version: 2, changed: ["email"] },
      { version: 3, changed: ["email"] },
    ]);
    expect((await refusalOf(undoEmailChange(token))).code).toBe("link-used");
  });

  test("taken back, no passkey and no app opens the account: they may be the thief's", async () => {
    const { self, device } = await adaWithPasskey();
    await confirmSetUp(self, { code: await shown((await beginning(self)).secret) });
    await passTime(60);
    const { email } = anAccount();
    const passkey = device.answer(await optionsForProof(self));
    await requestEmailChange(self, { email, currentPassword: "", passkey }, here);
    await confirmEmail({ token: (await emailTo(email, "change-email")).token }, thief);
    await undoEmailChange((await emailTo(self.email, "undo-email")).token);
    const answer = device.answer(await optionsForSignIn());
    expect((await refusalOf(signInByPasskey(answer, here))).code).toBe("passkey-unknown");
    const { awaitsSecondFactor } = await signIn({ email: self.email, password }, here);
    expect(awaitsSecondFactor).toBe(false);
  });

  test("asks for the password, and for nothing of whose the new address is", async () => {
    const self = await ada();
    const { email } = anAccount();
    const wrong = requestEmailChange(self, { email, currentPassword: "a guess" }, here);
    expect((await refusalOf(wrong)).code).toBe("wrong-password");
    const theirs = await ada();
    await requestEmailChange(self, { email: theirs.email, currentPassword: password }, here);
    const { token } = await emailTo(theirs.email, "change-email");
    expect((await refusalOf(confirmEmail({ token }, here))).code).toBe("email-taken");
    expect((await accountOf(self.id)).email).toBe(self.email);
  });

  test("taken back, the thief is out for good: sessions, and what they could take back in turn", async () => {
    const self = await ada();
    const [first, second] = [anAccount().email, anAccount().email];
    const stolen = await signIn({ email: self.email, password }, thief);
    const acting = { id: self.id, sessionId: stolen.sessionId };
    for (const email of [first, second]) {
      await requestEmailChange(acting, { email, currentPassword: password }, thief);
      await confirmEmail({ token: (await emailTo(email, "change-email")).token }, thief);
    }
    const theirs = await emailTo(first, "undo-email");
    await undoEmailChange((await emailTo(self.email, "undo-email")).token);
    expect(await findSession(stolen.sessionId)).toBeNull();
    expect((await refusalOf(undoEmailChange(theirs.token))).code).toBe("link-used");
    const { token } = await emailTo(self.email, "reset-password");
    await resetPassword({ token, password: another });
    expect((await accountOf(self.id)).email).toBe(self.email);
  });

  test("an old address that nobody has shown to be theirs cannot take the account", async () => {
    const self = await ada();
    await db().update(users).set({ emailVerifiedAt: null }).where(eq(users.id, self.id));
    const { email } = anAccount();
    await requestEmailChange(self, { email, currentPassword: password }, here);
    await confirmEmail({ token: (await emailTo(email, "change-email")).token }, here);
    await expect(emailTo(self.email, "undo-email")).rejects.toThrow("Nothing was sent");
  });

  test("a password asked for at the old address is set no more", async () => {
    const self = await ada();
    await requestPasswordReset(self.email, thief);
    const reset = await emailTo(self.email, "reset-password");
    const { email } = anAccount();
    await requestEmailChange(self, { email, currentPassword: password }, here);
    await confirmEmail({ token: (await emailTo(email, "change-email")).token }, here);
    const late = await refusalOf(resetPassword({ token: reset.token, password: another }));
    expect(late.code).toBe("link-used");
  });
});

test("an account from before addresses were confirmed confirms its own", async () => {
  const self = await ada();
  await db().update(users).set({ emailVerifiedAt: null }).where(eq(users.id, self.id));
  const { confirmationId, device } = await requestVerification(self, {
    ...here,
    device: self.device,
  });
  const { code } = await emailOf(confirmationId);
  expect(await confirmEmail({ confirmationId, code, device }, here)).toBeNull();
  expect((await accountOf(self.id)).emailVerifiedAt).not.toBeNull();
  expect((await findSession(self.sessionId))?.emailVerifiedAt).not.toBeNull();
});
