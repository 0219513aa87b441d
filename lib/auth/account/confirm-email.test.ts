import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { users } from "#db/schema/auth.ts";
import { confirmations } from "#db/schema/confirmations.ts";
import { rateLimits } from "#db/schema/operations.ts";
import { newId } from "#kernel/ids.ts";
import { anAccount, emailOf, from, openAccount, password } from "#test/support/accounts.ts";
import { passTime } from "#test/support/movable-clock.ts";
import { refusalOf, tally } from "#test/support/refusals.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { confirmEmail, describeLink } from "./confirm-email.ts";
import { findSession } from "../sessions/sessions.ts";
import { signIn } from "../sign-in.ts";
import { signUp } from "./sign-up.ts";

useDatabase();
beforeEach(async () => void (await db().delete(rateLimits)));

const here = from("198.51.100.1");
const elsewhere = from("203.0.113.9");
const day = 24 * 60 * 60;

const accountsOf = (email: string) => db().select().from(users).where(eq(users.email, email));

/** Somebody who has signed up and has our email before them. */
async function asked(given: Parameters<typeof anAccount>[0] = {}) {
  const account = anAccount(given);
  const { confirmationId, device } = await signUp(account, here);
  const { token, code } = await emailOf(confirmationId);
  return { ...account, confirmationId, device, token, code };
}

const codeOf = ({ confirmationId, device, code }: Awaited<ReturnType<typeof asked>>) => ({
  confirmationId,
  device,
  code,
});

test("an account exists from the moment its email address is confirmed, and is signed in there", async () => {
  const { email, device, token } = await asked();
  expect(await accountsOf(email)).toEqual([]);
  expect((await refusalOf(signIn({ email, password }, here))).code).toBe("wrong-email-or-password");
  const opened = await confirmEmail({ token }, { ...here, device });
  const [account] = await accountsOf(email);
  expect(account).toMatchObject({ id: opened?.userId, name: "Ada", version: 1 });
  expect(account?.emailVerifiedAt).not.toBeNull();
  expect(opened && (await findSession(opened.sessionId))).toMatchObject({ email });
  await signIn({ email, password }, elsewhere);
});

test("the code does the same in the browser that asked, and nowhere else", async () => {
  const one = await asked();
  for (const device of [null, "another browser"])
    expect((await refusalOf(confirmEmail({ ...codeOf(one), device }, elsewhere))).code).toBe(
      "code-elsewhere",
    );
  await confirmEmail(codeOf(one), here);
  expect(await accountsOf(one.email)).toHaveLength(1);
});

test("in another browser the link asks for the password: nobody's mailbox becomes another's account", async () => {
  const { email, token, device } = await asked();
  expect(await describeLink(token, device)).toMatchObject({ email, asksForPassword: false });
  expect(await describeLink(token, null)).toMatchObject({ email, asksForPassword: true });
  const unanswered = await refusalOf(confirmEmail({ token }, elsewhere));
  expect(unanswered).toMatchObject({
    code: "invalid-input",
    details: { fields: { password: /./ } },
  });
  const guessed = await refusalOf(confirmEmail({ token }, elsewhere, "a guess of theirs"));
  expect(guessed.code).toBe("wrong-password");
  expect(await accountsOf(email)).toEqual([]);
  await confirmEmail({ token }, elsewhere, password);
  expect(await accountsOf(email)).toHaveLength(1);
});

test("link and code are good once, also when both are used at once", async () => {
  const one = await asked();
  const visitor = { ...here, device: one.device };
  const answers = [{ token: one.token }, codeOf(one), { token: one.token }, codeOf(one)];
  const { done, refused } = await tally(answers.map((proof) => confirmEmail(proof, visitor)));
  expect([done.length, refused]).toEqual([1, { "link-used": 3 }]);
  expect(await accountsOf(one.email)).toHaveLength(1);
});

test("after a day they are over", async () => {
  const one = await asked();
  await passTime(day + 1);
  for (const proof of [{ token: one.token }, codeOf(one)])
    expect((await refusalOf(confirmEmail(proof, { ...here, device: one.device }))).code).toBe(
      "link-over",
    );
});

test("five codes may be tried, however many at once; the link is good after that", async () => {
  const one = await asked();
  const wrong = one.code === "000000" ? "000001" : "000000";
  const tries = Array.from({ length: 12 }, () =>
    confirmEmail({ ...codeOf(one), code: wrong }, here),
  );
  const { refused } = await tally(tries);
  expect(Object.values(refused).reduce((sum, count) => sum + count)).toBe(12);
  expect((await refusalOf(confirmEmail(codeOf(one), here))).code).toBe("code-spent");
  await confirmEmail({ token: one.token }, { ...here, device: one.device });
});

test("a wrong code says how many tries are left", async () => {
  const one = await asked();
  const wrong = one.code === "000000" ? "000001" : "000000";
  const refusal = await refusalOf(confirmEmail({ ...codeOf(one), code: wrong }, here));
  expect(refusal).toEqual({ code: "wrong-code", details: { left: 4 } });
});

test("signing up with an address that has an account is the same for who signs up, and changes nothing", async () => {
  const { email } = anAccount();
  await openAccount(anAccount({ email }));
  const before = await accountsOf(email);
  const again = await signUp(anAccount({ email, name: "Mallory" }), here);
  expect(Object.keys(again)).toEqual(["confirmationId", "device"]);
  expect(await accountsOf(email)).toEqual(before);
  const one = { ...again, code: "123456" };
  expect((await refusalOf(confirmEmail(one, here))).code).toBe("wrong-code");
});

test("of two who sign up with one address the second to confirm is told that there is an account", async () => {
  const { email } = anAccount();
  const [one, other] = [await asked({ email }), await asked({ email })];
  await confirmEmail(codeOf(one), here);
  expect((await refusalOf(confirmEmail(codeOf(other), here))).code).toBe("email-taken");
  expect(await accountsOf(email)).toHaveLength(1);
});

test("sent twice after a crash, both links are good until one is used", async () => {
  const one = await asked();
  const again = await emailOf(one.confirmationId);
  expect(again.token).not.toBe(one.token);
  await confirmEmail({ token: one.token }, { ...here, device: one.device });
  const late = confirmEmail({ token: again.token }, { ...here, device: one.device });
  expect((await refusalOf(late)).code).toBe("link-used");
});

describe("what is no token of ours is refused, and nothing is stored", () => {
  test.each<[string, (token: string) => string]>([
    ["nothing", () => ""],
    ["cut short", (token) => token.slice(0, -1)],
    ["doubled", (token) => token + token],
    ["another sign", (token) => `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`],
    ["of nobody", () => Buffer.alloc(48, 7).toString("base64url")],
    ["with a NUL", (token) => `\u0000${token.slice(1)}`],
    ["a lone surrogate", (token) => `\uD800${token.slice(1)}`],
    ["a UUID", () => randomUUID()],
    ["very long", (token) => token.repeat(10_000)],
  ])("%s", async (_, make) => {
    const { token, email, device } = await asked();
    const refusal = await refusalOf(confirmEmail({ token: make(token) }, { ...here, device }));
    expect(refusal.code).toBe("link-unknown");
    expect(await accountsOf(email)).toEqual([]);
  });

  test("a code for what was never asked", async () => {
    const proof = { confirmationId: newId<"confirmation">(), code: "123456", device: "a device" };
    expect((await refusalOf(confirmEmail(proof, here))).code).toBe("code-elsewhere");
  });
});

test("neither token nor browser nor password can be read in the table", async () => {
  const one = await asked();
  const rows = JSON.stringify(await db().select().from(confirmations));
  for (const secret of [one.token.slice(22), one.device, password])
    expect(rows).not.toContain(secret);
});
