import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { rateLimits } from "#db/schema/operations.ts";
import { anAccount, openAccount, password } from "#test/support/accounts.ts";
import { anAuthenticator } from "#test/support/authenticator.ts";
import { passTime } from "#test/support/movable-clock.ts";
import { only } from "#test/support/read-back.ts";
import { ada, adaWithPasskey, codeOf, here } from "#test/support/sign-in-ways.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { grantProof } from "../proof/fresh-proof.ts";
import { findSession } from "../sessions/sessions.ts";
import { listPasskeys } from "./list-passkeys.ts";
import { addPasskey, removePasskey, renamePasskey } from "./manage-passkeys.ts";
import { optionsForNew } from "./passkey-options.ts";

useDatabase();
beforeEach(async () => void (await db().delete(rateLimits)));

describe("a passkey is added", () => {
  test("only after a proof, which holds for ten minutes in this session", async () => {
    const account = anAccount();
    const { userId: id, sessionId } = await openAccount(account, here);
    const self = { id, sessionId, name: "Ada", email: account.email };
    expect(await codeOf(optionsForNew(self))).toBe("proof-needed");
    await grantProof(self, { currentPassword: password });
    const options = await optionsForNew(self);
    await passTime(10 * 60 + 1);
    const passkey = anAuthenticator().make(options);
    expect(await codeOf(addPasskey(self, { name: "Phone", passkey }))).toBe("proof-needed");
    expect(await listPasskeys(id)).toEqual([]);
  });

  test("once, and to one account", async () => {
    const [self, other] = [await ada(), await ada()];
    const device = anAuthenticator();
    const made = device.make(await optionsForNew(self));
    await addPasskey(self, { name: "Phone", passkey: made });
    expect(await codeOf(addPasskey(self, { name: "Phone", passkey: made }))).toBe("passkey-over");
    expect(await codeOf(addPasskey(other, { name: "Phone", passkey: made }))).toBe(
      "passkey-unusable",
    );
    const again = device.make(await optionsForNew(other));
    expect(await codeOf(addPasskey(other, { name: "Phone", passkey: again }))).toBe(
      "passkey-exists",
    );
  });

  test("by a device that knows its owner, and for no other site", async () => {
    const self = await ada();
    for (const wrong of [{ knowsOwner: false }, { origin: "https://evil.example" }]) {
      const passkey = anAuthenticator().make(await optionsForNew(self), wrong);
      expect(await codeOf(addPasskey(self, { name: "Phone", passkey }))).toBe("passkey-unusable");
    }
  });

  test("up to twenty", async () => {
    const self = await ada();
    const add = async () => {
      const passkey = anAuthenticator().make(await optionsForNew(self));
      return addPasskey(self, { name: "Phone", passkey });
    };
    for (let made = 0; made < 20; made += 1) await add();
    expect(await codeOf(add())).toBe("too-many-passkeys");
  });

  test("and makes this session as good as one that began with it", async () => {
    const { self } = await adaWithPasskey();
    expect(await findSession(self.sessionId)).toMatchObject({ signedInBy: "passkey" });
  });
});

test("a passkey is named and removed by its owner alone", async () => {
  const { self } = await adaWithPasskey();
  const other = await ada();
  const { id } = only(await listPasskeys(self.id));
  expect(await codeOf(renamePasskey(other, { id, name: "Mine" }))).toBe("no-such-passkey");
  expect(await codeOf(removePasskey(other, { id }))).toBe("no-such-passkey");
  await renamePasskey(self, { id, name: "Old phone" });
  expect(await listPasskeys(self.id)).toMatchObject([{ name: "Old phone" }]);
});
