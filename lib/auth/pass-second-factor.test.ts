import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { rateLimits } from "#db/schema/operations.ts";
import { from, password } from "#test/support/accounts.ts";
import { passTime } from "#test/support/movable-clock.ts";
import { refusalOf } from "#test/support/refusals.ts";
import {
  ada,
  adaWithApp,
  codeOf,
  halfway,
  here,
  shown,
  thief,
} from "#test/support/sign-in-ways.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { changePassword } from "./account/change-password.ts";
import { passSecondFactor } from "./pass-second-factor.ts";
import { findSession, listSessions } from "./sessions/sessions.ts";
import { signIn } from "./sign-in.ts";

useDatabase();
beforeEach(async () => void (await db().delete(rateLimits)));

describe("signing in with a code", () => {
  test("nobody is signed in by the password alone", async () => {
    const { self, email } = await adaWithApp();
    const { sessionId } = await halfway(email);
    expect(await findSession(sessionId)).toBeNull();
    expect((await listSessions(self.id)).map(({ id }) => id)).toEqual([self.sessionId]);
  });

  test("the code signs in, once", async () => {
    const { email, secret } = await adaWithApp();
    const code = await shown(secret);
    const browser = await halfway(email);
    const { sessionId } = await passSecondFactor(code, browser);
    expect(await findSession(sessionId)).toMatchObject({ signedInBy: "second-factor" });
    expect(await codeOf(passSecondFactor(code, browser))).toBe("sign-in-over");
    expect(await codeOf(passSecondFactor(code, await halfway(email)))).toBe("second-factor-used");
  });

  test("of two at the same time one signs in", async () => {
    const { email, secret } = await adaWithApp();
    const code = await shown(secret);
    const [one, other] = [await halfway(email), await halfway(email, thief)];
    const both = await Promise.allSettled([
      passSecondFactor(code, one),
      passSecondFactor(code, other),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  test("one browser with two good codes at the same time signs in once", async () => {
    const { self, email, secret, codes } = await adaWithApp();
    const browser = await halfway(email);
    const both = await Promise.allSettled([
      passSecondFactor(await shown(secret), browser),
      passSecondFactor(codes[0] ?? "", browser),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await listSessions(self.id)).toHaveLength(2);
  });

  test("a clock that is half a minute off is forgiven, and no more", async () => {
    const { email, secret } = await adaWithApp();
    const browser = await halfway(email);
    expect(await codeOf(passSecondFactor(await shown(secret, 90), browser))).toBe(
      "wrong-second-factor",
    );
    await passSecondFactor(await shown(secret, 30), browser);
    const again = await halfway(email);
    expect(await codeOf(passSecondFactor(await shown(secret), again))).toBe("second-factor-used");
  });

  test("is over after ten minutes, and when a new password was set meanwhile", async () => {
    const { self, email, secret } = await adaWithApp();
    const browser = await halfway(email);
    await passTime(10 * 60 + 1);
    expect(await codeOf(passSecondFactor(await shown(secret), browser))).toBe("sign-in-over");
    const thiefs = await halfway(email, thief);
    const code = await shown(secret);
    await changePassword(self, {
      password: "seven swans a-swimming",
      currentPassword: password,
      code,
    });
    await passTime(60);
    expect(await codeOf(passSecondFactor(await shown(secret), thiefs))).toBe("sign-in-over");
  });

  test("a session of another account, or none, is asked for nothing", async () => {
    const { secret } = await adaWithApp();
    const other = await ada();
    const code = await shown(secret);
    for (const sessionId of [null, other.sessionId])
      expect(await codeOf(passSecondFactor(code, { ...here, sessionId }))).toBe("sign-in-over");
  });

  test("a password alone makes no browser known", async () => {
    const { email } = await adaWithApp();
    const { device } = await halfway(email, thief);
    for (let guess = 0; guess < 10; guess += 1)
      await refusalOf(signIn({ email, password: "wrong" }, { ...thief, device }));
    expect(await codeOf(signIn({ email, password }, { ...thief, device }))).toBe(
      "too-many-requests",
    );
  });

  test.each([
    "",
    "12345",
    "1234567",
    "１２３４５６",
    "'; drop table users",
    "0".repeat(64),
    "\0\0\0\0\0\0",
  ])("%j is no code", async (code) => {
    const { email } = await adaWithApp();
    expect(await codeOf(passSecondFactor(code, await halfway(email)))).toBe("wrong-second-factor");
  });
});

describe("codes that are guessed", () => {
  test("by whoever knows the password are counted over every sign-in, and the owner is not kept out", async () => {
    const { email, secret, self } = await adaWithApp();
    const codes: string[] = [];
    for (let guess = 0; guess < 11; guess += 1)
      codes.push(await codeOf(passSecondFactor("000000", await halfway(email, thief))));
    expect(codes).toEqual([...Array(10).fill("wrong-second-factor"), "too-many-requests"]);
    const owner = await halfway(email, { ...here, device: self.device });
    await passSecondFactor(await shown(secret), owner);
  });

  test("from everywhere stop at thirty", async () => {
    const { email } = await adaWithApp();
    const codes = new Set<string>();
    for (let guess = 0; guess < 31; guess += 1)
      codes.add(
        await codeOf(passSecondFactor("000000", await halfway(email, from(`203.0.113.${guess}`)))),
      );
    expect([...codes]).toEqual(["wrong-second-factor", "account-guarded"]);
  });
});
