import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { rateLimits } from "#db/schema/operations.ts";
import { sessions } from "#db/schema/auth.ts";
import { secondFactors } from "#db/schema/second-factors.ts";
import { inTransaction } from "#db/transaction.ts";
import { password } from "#test/support/accounts.ts";
import { passTime } from "#test/support/movable-clock.ts";
import {
  ada,
  adaWithApp,
  beginning,
  changesOf,
  codeOf,
  halfway,
  here,
  shown,
  thief,
} from "#test/support/sign-in-ways.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { changePassword } from "../account/change-password.ts";
import { passSecondFactor } from "../pass-second-factor.ts";
import { grantProof } from "../proof/fresh-proof.ts";
import { findSession } from "../sessions/sessions.ts";
import { signIn } from "../sign-in.ts";
import { readSecondFactor } from "./read-second-factor.ts";
import {
  beginSetUp,
  confirmSetUp,
  keepRecoveryCodes,
  makeRecoveryCodes,
  turnOff,
} from "./set-up-second-factor.ts";
import { takeCode } from "./take-code.ts";

useDatabase();
beforeEach(async () => void (await db().delete(rateLimits)));

describe("setting up an app", () => {
  test("asks nobody for a code before one was typed", async () => {
    const self = await ada();
    const { email } = self;
    const { codes, secret } = await beginning(self);
    expect(new Set(codes).size).toBe(10);
    expect(await signIn({ email, password }, here)).toMatchObject({ awaitsSecondFactor: false });
    expect(await codeOf(confirmSetUp(self, { code: "000000" }))).toBe("wrong-second-factor");
    await confirmSetUp(self, { code: await shown(secret) });
    expect(await readSecondFactor(self.id)).toMatchObject({
      state: "on",
      codesLeft: 10,
      codes: null,
    });
    expect(await changesOf(self.id)).toEqual(["second-factor-on"]);
  });

  test("signs out everywhere else, and counts for this session", async () => {
    const self = await ada();
    const { email } = self;
    const { sessionId: elsewhere } = await signIn({ email, password }, thief);
    const { secret } = await beginning(self);
    await confirmSetUp(self, { code: await shown(secret) });
    expect(await findSession(elsewhere)).toBeNull();
    expect(await findSession(self.sessionId)).toMatchObject({ signedInBy: "second-factor" });
  });

  test("keeps neither key nor codes where they can be read", async () => {
    const self = await ada();
    const { secret, codes } = await beginning(self);
    const kept = JSON.stringify(await db().select().from(secondFactors));
    expect(kept).not.toContain(secret);
    expect(codes.filter((code) => kept.includes(code))).toEqual([]);
  });

  test("is over after an hour, and begun anew has another key", async () => {
    const self = await ada();
    const { secret } = await beginning(self);
    expect((await beginning(self)).secret).not.toBe(secret);
    expect(await codeOf(confirmSetUp(self, { code: await shown(secret) }))).toBe(
      "wrong-second-factor",
    );
    await passTime(60 * 60 + 1);
    await grantProof(self, { currentPassword: password });
    expect(await readSecondFactor(self.id)).toEqual({ state: "off" });
    expect(await codeOf(confirmSetUp(self, { code: "000000" }))).toBe("set-up-over");
  });

  test("needs a fresh proof at each step", async () => {
    const { self } = await adaWithApp();
    await passTime(10 * 60);
    for (const step of [beginSetUp, makeRecoveryCodes, keepRecoveryCodes, turnOff])
      expect(await codeOf(step(self))).toBe("proof-needed");
    expect(await codeOf(confirmSetUp(self, { code: "000000" }))).toBe("proof-needed");
  });

  test("is refused while one is on", async () => {
    const { self } = await adaWithApp();
    expect(await codeOf(beginSetUp(self))).toBe("second-factor-on");
    expect(await codeOf(confirmSetUp(self, { code: "000000" }))).toBe("second-factor-on");
  });
});

describe("recovery codes", () => {
  test("sign in once each, however they are typed, and their owner is told", async () => {
    const { self, email, codes } = await adaWithApp();
    const [first = ""] = codes;
    await passSecondFactor(` ${first.toUpperCase().replace("-", " ")} `, await halfway(email));
    expect(await codeOf(passSecondFactor(first, await halfway(email)))).toBe("recovery-code-used");
    expect(await readSecondFactor(self.id)).toMatchObject({ codesLeft: 9 });
    expect(await changesOf(self.id)).toEqual(["second-factor-on", "recovery-code-used"]);
  });

  test("of somebody else open nothing", async () => {
    const [one, other] = [await adaWithApp(), await adaWithApp()];
    const wrong = passSecondFactor(other.codes[0] ?? "", await halfway(one.email));
    expect(await codeOf(wrong)).toBe("wrong-second-factor");
  });

  test("made anew replace those before once their owner has them", async () => {
    const { self, email, codes } = await adaWithApp();
    await makeRecoveryCodes(self);
    await passSecondFactor(codes[0] ?? "", await halfway(email));
    const factor = await readSecondFactor(self.id);
    if (factor.state !== "on" || !factor.codes) throw new Error("New ones are shown.");
    expect(await codeOf(passSecondFactor(factor.codes[0] ?? "", await halfway(email)))).toBe(
      "wrong-second-factor",
    );
    await keepRecoveryCodes(self);
    expect(await codeOf(keepRecoveryCodes(self))).toBe("set-up-over");
    await passSecondFactor(factor.codes[0] ?? "", await halfway(email));
    expect(await codeOf(passSecondFactor(codes[1] ?? "", await halfway(email)))).toBe(
      "wrong-second-factor",
    );
  });
});

test("turned off, the account asks for no code, and old codes are worthless", async () => {
  const { self, email, secret } = await adaWithApp();
  const waiting = await halfway(email);
  await turnOff(self);
  expect(await codeOf(passSecondFactor(await shown(secret), waiting))).toBe("second-factor-off");
  expect(await signIn({ email, password }, here)).toMatchObject({ awaitsSecondFactor: false });
  expect(await changesOf(self.id)).toEqual(["second-factor-on", "second-factor-off"]);
});

test("a code is good once, also of five at the same time", async () => {
  const { self, secret, codes } = await adaWithApp();
  for (const code of [await shown(secret), codes[0] ?? ""]) {
    const five = Array.from({ length: 5 }, () =>
      inTransaction((tx) => takeCode(tx, self.id, code)),
    );
    const taken = (await Promise.allSettled(five)).filter(({ status }) => status === "fulfilled");
    expect(taken).toHaveLength(1);
  }
});

test("a proof by password asks for the code too", async () => {
  const { self, secret } = await adaWithApp();
  const another = { password: "seven swans a-swimming", currentPassword: password };
  expect(await codeOf(changePassword(self, another))).toBe("wrong-second-factor");
  await changePassword(self, { ...another, code: await shown(secret) });
  const live = await db()
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, self.id), eq(sessions.id, self.sessionId)));
  expect(live).toMatchObject([{ revokedAt: null }]);
});
