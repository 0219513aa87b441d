import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { rateLimits } from "#db/schema/operations.ts";
import { refusalSentence } from "#kernel/refusal.ts";
import { limitRate } from "#lib/rate-limit/limit-rate.ts";
import { rateLimitsByName } from "#lib/rate-limit/rate-limits.ts";
import { refusalOf, tally } from "#test/support/refusals.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { createUserInput } from "./create-user.ts";
import { signUp } from "./sign-up.ts";

useDatabase();

beforeEach(async () => {
  await db().delete(rateLimits);
});

const visitor = (address: string) => ({ address, userAgent: null, device: null, sessionId: null });
const account = (domain = "example.com") =>
  createUserInput.parse({
    name: "Ada",
    email: `${randomUUID()}@${domain}`,
    password: "correct horse battery staple",
  });

test("twenty-four people behind one address sign up within a minute", async () => {
  const all = Array.from({ length: 24 }, () => signUp(account(), visitor("198.51.100.1")));
  const { done, refused } = await tally(all);
  expect({ made: done.length, refused }).toEqual({ made: 24, refused: {} });
});

test.each([
  ["address", "signUpByAddress", "198.51.100.2"],
  ["mail provider", "signUpByDomain", "crowded.example"],
] as const)("when very many share one %s, the words blame nobody", async (_, limit, shared) => {
  const { burst } = rateLimitsByName[limit];
  await Promise.all(Array.from({ length: burst }, () => limitRate(limit, shared)));
  const reason = await refusalOf(signUp(account("crowded.example"), visitor("198.51.100.2")));
  expect(reason.code).toBe("crowded");
  expect(refusalSentence(reason)).toMatch(/need not be your doing.*try again/);
});
