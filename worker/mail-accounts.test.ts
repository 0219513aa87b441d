import type { PgBoss } from "pg-boss";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { outbox } from "#db/schema/outbox.ts";
import { rateLimits } from "#db/schema/operations.ts";
import { requestEmailChange } from "#lib/auth/account/change-email.ts";
import { changePassword } from "#lib/auth/account/change-password.ts";
import { confirmEmail } from "#lib/auth/account/confirm-email.ts";
import { requestPasswordReset, resetPassword } from "#lib/auth/account/reset-password.ts";
import { signIn } from "#lib/auth/sign-in.ts";
import { signUp } from "#lib/auth/account/sign-up.ts";
import { undoEmailChange } from "#lib/auth/account/undo-email-change.ts";
import { freePort } from "#stack/free-port.ts";
import { type MailCatcher, startMailCatcher } from "#stack/mail-catcher.ts";
import { anAccount, from, openAccount, password } from "#test/support/accounts.ts";
import { useDatabase } from "#test/support/use-database.ts";
import {
  type DomainEvent,
  isDomainEventType,
  parseDomainEventData,
} from "#lib/domain-events/domain-events.ts";
import { closeMailConnections } from "#lib/email/deliver.ts";
import { subscriptions } from "./subscriptions.ts";

useDatabase();

let mail: MailCatcher;
beforeAll(async () => {
  mail = await startMailCatcher(await freePort(), await freePort());
  process.env["SMTP_URL"] = mail.smtpUrl;
});
afterAll(async () => {
  closeMailConnections();
  await mail.stop();
});
beforeEach(async () => void (await db().delete(rateLimits)));

const here = from("198.51.100.1");

/** None of these makes a job. */
const noJobs = {} as PgBoss;

let last = "";

/** Does what follows from everything that has happened since the last time, as the worker does. */
async function work(): Promise<void> {
  const happened = await db().select().from(outbox).orderBy(outbox.id);
  for (const { id, type, version, data, occurredAt } of happened) {
    if (id <= last || !isDomainEventType(type)) continue;
    const event = { id, type, occurredAt, data: parseDomainEventData(type, version, data) };
    for (const { on, subscriber } of subscriptions)
      if (on === type) await subscriber.run(event as DomainEvent, noJobs); // type and data were read as a pair
    last = id;
  }
}

/** The newest email to an address. */
function emailTo(email: string) {
  const found = mail.mails.find(({ to }) => to.includes(email));
  if (!found) throw new Error(`Nothing was sent to ${email}.`);
  const token = /\?token=([\w-]+)/.exec(found.text)?.[1] ?? "";
  const code = /(?<!\S)\d{6}(?!\S)/.exec(found.text)?.[0] ?? "";
  return { ...found, token, code };
}

test("link and code in the email are those that open the account", async () => {
  const [one, other] = [anAccount(), anAccount()];
  const [askedOne, askedOther] = [await signUp(one, here), await signUp(other, here)];
  await work();
  expect(emailTo(one.email).subject).toBe("Confirm your email address");
  const { token } = emailTo(one.email);
  expect(await confirmEmail({ token }, { ...here, device: askedOne.device })).not.toBeNull();
  const { code } = emailTo(other.email);
  expect(await confirmEmail({ ...askedOther, code }, here)).not.toBeNull();
});

test("an address with an account is told so, and is asked nothing", async () => {
  const account = anAccount();
  await openAccount(account);
  await work();
  await signUp(anAccount({ email: account.email, name: "Mallory" }), here);
  await work();
  expect(emailTo(account.email)).toMatchObject({
    subject: "You have an account already",
    token: "",
    code: "",
  });
  expect(emailTo(account.email).text).not.toContain("Mallory");
});

test("an address without an account is told that there is no password to set", async () => {
  const { email } = anAccount();
  await requestPasswordReset(email, here);
  await work();
  expect(emailTo(email)).toMatchObject({
    subject: "There is no account with this address",
    token: "",
  });
});

test("a changed address: the new one is asked, the old one is told and can take it back, and sets a password", async () => {
  const [account, next] = [anAccount(), anAccount()];
  const { userId: id, sessionId } = await openAccount(account);
  await requestEmailChange(
    { id, sessionId },
    { email: next.email, currentPassword: password },
    here,
  );
  await work();
  await confirmEmail({ token: emailTo(next.email).token }, here);
  await work();
  expect(emailTo(account.email).subject).toBe("The email address of your account was changed");
  await undoEmailChange(emailTo(account.email).token);
  await work();
  expect(emailTo(account.email).subject).toBe("Set a new password");
  const another = "seven swans a-swimming";
  await resetPassword({ token: emailTo(account.email).token, password: another });
  await work();
  expect(emailTo(account.email).subject).toBe("Your password was changed");
});

test("a changed password and a browser that is new to the account are told to its owner", async () => {
  const account = anAccount();
  const { userId: id, sessionId } = await openAccount(account);
  const phone = "Mozilla/5.0 (Android 16; Mobile; rv:150.0) Gecko/150.0 Firefox/150.0";
  await signIn({ email: account.email, password }, from("192.0.2.1", { userAgent: phone }));
  await work();
  expect(emailTo(account.email).text).toContain("Firefox on Android");
  const changed = { currentPassword: password, password: "seven swans a-swimming" };
  await changePassword({ id, sessionId }, changed);
  await work();
  expect(emailTo(account.email).subject).toBe("Your password was changed");
});
