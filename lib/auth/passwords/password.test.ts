import { expect, test } from "vitest";
import { tally } from "#test/support/refusals.ts";
import { hashPassword, pretendToVerify, verifyPassword } from "./password.ts";

test("a password is verified against its own hash alone", async () => {
  const hashed = await hashPassword("a ticket to ride");
  expect(hashed).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/);
  expect(await verifyPassword(hashed, "a ticket to ride")).toBe(true);
  expect(await verifyPassword(hashed, "A ticket to ride")).toBe(false);
  expect(await pretendToVerify("a ticket to ride")).toBe(false);
});

test("of two hundred at once most are told to come back, and whoever is known is served", async () => {
  const hashed = await hashPassword("a ticket to ride");
  const flood = tally(Array.from({ length: 200 }, () => pretendToVerify("guess")));
  const known = verifyPassword(hashed, "a ticket to ride", { isKnown: true });
  const stranger = verifyPassword(hashed, "a ticket to ride");
  expect(await Promise.all([known, stranger])).toEqual([true, true]);
  const { done, refused } = await flood;
  expect(done.length).toBeLessThanOrEqual(34);
  expect(refused).toEqual({ busy: 200 - done.length });
});
