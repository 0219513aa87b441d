import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { rateLimits } from "#db/schema/operations.ts";
import { sessions, users } from "#db/schema/auth.ts";
import { outbox } from "#db/schema/outbox.ts";
import { passkeys } from "#db/schema/second-factors.ts";
import { newId } from "#kernel/ids.ts";
import { password } from "#test/support/accounts.ts";
import type { anAuthenticator } from "#test/support/authenticator.ts";
import { passTime } from "#test/support/movable-clock.ts";
import { only } from "#test/support/read-back.ts";
import { adaWithPasskey, changesOf, codeOf, here, thief } from "#test/support/sign-in-ways.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { changePassword } from "../account/change-password.ts";
import { proveIdentity } from "../proof/prove-identity.ts";
import { findSession } from "../sessions/sessions.ts";
import { signInByPasskey } from "../sign-in-by-passkey.ts";
import { listPasskeys } from "./list-passkeys.ts";
import { removePasskey } from "./manage-passkeys.ts";
import { optionsForProof, optionsForSignIn } from "./passkey-options.ts";

useDatabase();
beforeEach(async () => void (await db().delete(rateLimits)));

describe("signing in with a passkey", () => {
  test("starts a session without an address or a password, and tells of an unknown browser", async () => {
    const { self, device } = await adaWithPasskey();
    const answer = device.answer(await optionsForSignIn());
    const { userId, sessionId } = await signInByPasskey(answer, thief);
    expect(userId).toBe(self.id);
    expect(await findSession(sessionId)).toMatchObject({ signedInBy: "passkey" });
    const told = await db().select().from(outbox).where(eq(outbox.subjectId, self.id));
    expect(told.map(({ type }) => type)).toContain("SignedInFromElsewhere");
    expect(only(await listPasskeys(self.id)).lastUsedAt).not.toBeNull();
  });

  test("is good once, also of two at the same time, and for ten minutes", async () => {
    const { device } = await adaWithPasskey();
    const answer = device.answer(await optionsForSignIn());
    const both = await Promise.allSettled([
      signInByPasskey(answer, here),
      signInByPasskey(answer, here),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const options = await optionsForSignIn();
    await passTime(10 * 60 + 1);
    expect(await codeOf(signInByPasskey(device.answer(options), here))).toBe("passkey-over");
  });

  test("that was used, without a count of the device, is refused as used", async () => {
    const { device } = await adaWithPasskey();
    await db().update(passkeys).set({ signCount: 0 });
    const answer = device.answer(await optionsForSignIn(), { count: 0 });
    await signInByPasskey(answer, here);
    expect(await codeOf(signInByPasskey(answer, here))).toBe("passkey-over");
  });

  const wrong: [string, (device: ReturnType<typeof anAuthenticator>) => Promise<string>][] = [
    [
      "of another site",
      async (device) => device.answer(await optionsForSignIn(), { origin: "https://evil.example" }),
    ],
    [
      "of a device that did not ask who holds it",
      async (device) => device.answer(await optionsForSignIn(), { knowsOwner: false }),
    ],
    [
      "of a copy of the device",
      async (device) => device.answer(await optionsForSignIn(), { count: 1 }),
    ],
    [
      "to a challenge that we did not make",
      async (device) => device.answer({ challenge: "A".repeat(72) }),
    ],
    ["to an empty challenge", async (device) => device.answer({ challenge: "" })],
    [
      "with another signature",
      async (device) => {
        const answer = JSON.parse(device.answer(await optionsForSignIn()));
        answer.response.signature = JSON.parse(
          device.answer(await optionsForSignIn()),
        ).response.signature;
        return JSON.stringify(answer);
      },
    ],
    [
      "for another account",
      async (device) => {
        const answer = JSON.parse(device.answer(await optionsForSignIn()));
        answer.response.userHandle = Buffer.alloc(16).toString("base64url");
        return JSON.stringify(answer);
      },
    ],
    ["that is none", async () => "null"],
    ["that is no JSON", async () => "{"],
    ["that is a list", async () => "[]"],
    [
      "with keys of a prototype",
      async () => '{"__proto__":{"id":"x"},"constructor":{"prototype":{}}}',
    ],
    [
      "of which parts are no text",
      async (device) => {
        const answer = JSON.parse(device.answer(await optionsForSignIn()));
        return JSON.stringify({ ...answer, rawId: [answer.rawId] });
      },
    ],
  ];
  test.each(wrong)("an answer %s is refused, and nothing is stored", async (_what, answer) => {
    const { self, device } = await adaWithPasskey();
    await signInByPasskey(device.answer(await optionsForSignIn()), here); // its count is 2 by now
    const before = await db().select().from(sessions).where(eq(sessions.userId, self.id));
    expect(await codeOf(signInByPasskey(await answer(device), here))).toBe("passkey-unusable");
    expect(await db().select().from(sessions).where(eq(sessions.userId, self.id))).toEqual(before);
  });

  test("of a passkey that was removed says so", async () => {
    const { self, device } = await adaWithPasskey();
    await removePasskey(self, { id: only(await listPasskeys(self.id)).id });
    const answer = device.answer(await optionsForSignIn());
    expect(await codeOf(signInByPasskey(answer, here))).toBe("passkey-unknown");
    expect(await changesOf(self.id)).toEqual(["passkey-added", "passkey-removed"]);
  });
});

describe("a passkey as a proof", () => {
  test("changes what a session alone does not", async () => {
    const { self, device } = await adaWithPasskey();
    const passkey = device.answer(await optionsForProof(self));
    await changePassword(self, {
      password: "seven swans a-swimming",
      currentPassword: "",
      passkey,
    });
    expect(await changesOf(self.id)).toContain("password");
  });

  test("is none of another occasion, session or person", async () => {
    const { self, device } = await adaWithPasskey();
    const other = await adaWithPasskey();
    const proofs = {
      signIn: device.answer(await optionsForSignIn()),
      anotherSession: device.answer(
        await optionsForProof({ id: self.id, sessionId: newId<"session">() }),
      ),
    };
    for (const passkey of Object.values(proofs))
      expect(await codeOf(proveIdentity(self, { currentPassword: "", passkey }))).toBe(
        "passkey-unusable",
      );
    const passkey = other.device.answer(await optionsForProof(self));
    expect(await codeOf(proveIdentity(self, { currentPassword: "", passkey }))).toBe(
      "passkey-unknown",
    );
  });

  test("is asked of an operator who has one: a password alone is not enough", async () => {
    const { self, device } = await adaWithPasskey();
    await db().update(users).set({ role: "operator" }).where(eq(users.id, self.id));
    const byPassword = proveIdentity(self, { currentPassword: password });
    expect(await codeOf(byPassword)).toBe("passkey-needed");
    const passkey = device.answer(await optionsForProof(self));
    await proveIdentity(self, { currentPassword: "", passkey });
  });
});
