import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { accessTokens } from "#db/schema/integrations.ts";
import { rateLimits } from "#db/schema/operations.ts";
import { newId } from "#kernel/ids.ts";
import { closeAccount } from "#lib/auth/account/close-account.ts";
import { anAccount, openAccount, password } from "#test/support/accounts.ts";
import { passTime } from "#test/support/movable-clock.ts";
import { only } from "#test/support/read-back.ts";
import { tally } from "#test/support/refusals.ts";
import { ada, changesOf, codeOf, here } from "#test/support/sign-in-ways.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { listAccessTokens } from "./list-access-tokens.ts";
import { makeAccessToken, removeAccessToken } from "./manage-access-tokens.ts";
import { requireTokenOwner } from "./require-token-owner.ts";

useDatabase();
beforeEach(async () => void (await db().delete(rateLimits)));

const address = "198.51.100.7";
const ownerOf = (token: string) => requireTokenOwner(`Bearer ${token}`, address);

describe("an access token", () => {
  test("is made only after a proof, and told by email", async () => {
    const account = anAccount();
    const { userId: id, sessionId } = await openAccount(account, here);
    expect(await codeOf(makeAccessToken({ id, sessionId }, { name: "Books" }))).toBe(
      "proof-needed",
    );
    const self = await ada();
    await passTime(10 * 60 + 1);
    expect(await codeOf(makeAccessToken(self, { name: "Books" }))).toBe("proof-needed");
    const other = await ada();
    await makeAccessToken(other, { name: "Books" });
    expect(await changesOf(other.id)).toContain("access-token-made");
  });

  test("says whose it is and is kept as a hash alone", async () => {
    const self = await ada();
    const token = await makeAccessToken(self, { name: "Books" });
    expect(token).toMatch(/^rowlock_[\w-]{43}$/);
    expect(await ownerOf(token)).toBe(self.id);
    const rows = await db().select().from(accessTokens).where(eq(accessTokens.userId, self.id));
    expect(JSON.stringify(rows)).not.toContain(token.slice("rowlock_".length));
  });

  test("knows when it was last used, to the minute", async () => {
    const self = await ada();
    const token = await makeAccessToken(self, { name: "Books" });
    const lastUse = async () => only(await listAccessTokens(self.id)).lastUsedAt?.getTime() ?? 0;
    expect(await lastUse()).toBe(0);
    await ownerOf(token);
    const first = await lastUse();
    await ownerOf(token);
    expect(await lastUse()).toBe(first);
    await passTime(61);
    await ownerOf(token);
    expect(await lastUse()).toBeGreaterThan(first + 60_000);
  });

  test("is one of ten at most", async () => {
    const self = await ada();
    for (let made = 0; made < 10; made += 1) await makeAccessToken(self, { name: "Books" });
    expect(await codeOf(makeAccessToken(self, { name: "Books" }))).toBe("too-many-access-tokens");
    await removeAccessToken(self, { id: (await listAccessTokens(self.id))[0]?.id ?? newId() });
    await makeAccessToken(self, { name: "Books" });
  });

  test("is removed by its owner alone, and opens nothing from then on", async () => {
    const [self, other] = [await ada(), await ada()];
    const token = await makeAccessToken(self, { name: "Books" });
    const { id } = only(await listAccessTokens(self.id));
    expect(await codeOf(removeAccessToken(other, { id }))).toBe("no-such-access-token");
    expect(await ownerOf(token)).toBe(self.id);
    await removeAccessToken(self, { id });
    expect(await codeOf(ownerOf(token))).toBe("access-token-needed");
  });

  test("goes with its account", async () => {
    const self = await ada();
    const token = await makeAccessToken(self, { name: "Books" });
    await closeAccount(self, { currentPassword: password });
    expect(await codeOf(ownerOf(token))).toBe("access-token-needed");
  });
});

test.each([
  [null],
  [""],
  ["Bearer"],
  ["Bearer "],
  ["Bearer rowlock_"],
  [`Bearer rowlock_${"A".repeat(43)}`],
  [`Basic rowlock_${"A".repeat(43)}`],
  [`Bearer rowlock_${"A".repeat(4000)}`],
  ["Bearer rowlock_'; drop table users --"],
])("%s opens nothing", async (header) => {
  expect(await codeOf(requireTokenOwner(header, address))).toBe("access-token-needed");
});

test("reading too often is refused by token, and by address whatever the token", async () => {
  const token = await makeAccessToken(await ada(), { name: "Books" });
  const { refused } = await tally(Array.from({ length: 240 }, () => ownerOf(token)));
  expect(Object.keys(refused)).toEqual(["too-many-requests"]);
  await db()
    .update(rateLimits)
    .set({ arrivesAt: new Date(Date.now() + 10 * 60_000) });
  expect(await codeOf(requireTokenOwner(null, address))).toBe("crowded");
});
