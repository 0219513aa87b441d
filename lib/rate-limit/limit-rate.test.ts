import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { rateLimits } from "#db/schema/operations.ts";
import { passTime } from "#test/support/movable-clock.ts";
import { refusalOf, tally } from "#test/support/refusals.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { limitRate, rateLimitsByName } from "./limit-rate.ts";

useDatabase();

const { burst, everySeconds } = rateLimitsByName.signInByAccount;
const many = (who: string, times: number) =>
  tally(Array.from({ length: times }, () => limitRate("signInByAccount", who)));

test("of fifty at once exactly the burst gets through", async () => {
  const { done, refused } = await many(randomUUID(), 50);
  expect(done).toHaveLength(burst);
  expect(refused).toEqual({ "too-many-requests": 50 - burst });
});

test("afterwards one more every so often, and after a long pause a full burst again", async () => {
  const who = randomUUID();
  await many(who, burst);
  const refusal = await refusalOf(limitRate("signInByAccount", who));
  expect(refusal).toEqual({
    code: "too-many-requests",
    details: { retryAfterSeconds: everySeconds },
  });
  await passTime(everySeconds);
  expect((await many(who, 5)).done).toHaveLength(1);
  await passTime(everySeconds * burst);
  expect((await many(who, 50)).done).toHaveLength(burst);
});

test("one person's turns are not another's, nor one limit's another's", async () => {
  const who = randomUUID();
  await many(who, burst + 1);
  await limitRate("signInByAccount", randomUUID());
  await limitRate("signInByAddress", who);
});

test("who was counted cannot be read in the table", async () => {
  await limitRate("signInByAccount", "ada@example.com:203.0.113.7");
  const keys = (await db().select().from(rateLimits)).map(({ key }) => key);
  expect(keys.join()).not.toMatch(/ada|203\.0/);
});
