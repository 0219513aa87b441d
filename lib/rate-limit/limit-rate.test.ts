import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { rateLimits } from "#db/schema/operations.ts";
import { passTime } from "#test/support/movable-clock.ts";
import { refusalOf, tally } from "#test/support/refusals.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { giveBack, limitRate, mayPass } from "./limit-rate.ts";
import { rateLimitsByName } from "./rate-limits.ts";

useDatabase();

const { burst, everySeconds } = rateLimitsByName.orderByBuyer;
const many = (who: string, times: number) =>
  tally(Array.from({ length: times }, () => limitRate("orderByBuyer", who)));

test("of fifty at once exactly the burst gets through", async () => {
  const { done, refused } = await many(randomUUID(), 50);
  expect(done).toHaveLength(burst);
  expect(refused).toEqual({ "too-many-requests": 50 - burst });
});

test("afterwards one more every so often, and after a long pause a full burst again", async () => {
  const who = randomUUID();
  await many(who, burst);
  const refusal = await refusalOf(limitRate("orderByBuyer", who));
  expect(refusal).toEqual({
    code: "too-many-requests",
    details: { retryAfterSeconds: everySeconds },
  });
  await passTime(everySeconds);
  expect((await many(who, 5)).done).toHaveLength(1);
  await passTime(everySeconds * burst);
  expect((await many(who, 50)).done).toHaveLength(burst);
});

test("the time to wait is the true one: for some more of it less, for many at once longer", async () => {
  const who = randomUUID();
  await many(who, burst);
  await passTime(everySeconds - 2);
  const wait = (await refusalOf(limitRate("orderByBuyer", who))).details;
  expect(wait).toEqual({ retryAfterSeconds: 2 });
  const three = (await refusalOf(limitRate("orderByBuyer", who, 3))).details;
  expect(three).toEqual({ retryAfterSeconds: 2 * everySeconds + 2 });
  await passTime(2);
  await limitRate("orderByBuyer", who);
});

test("one person's turns are not another's, nor one limit's another's", async () => {
  const who = randomUUID();
  await many(who, burst + 1);
  await limitRate("orderByBuyer", randomUUID());
  await limitRate("listBySeller", who);
});

test("who was counted cannot be read in the table", async () => {
  await limitRate("orderByBuyer", "ada@example.com:203.0.113.7");
  const keys = (await db().select().from(rateLimits)).map(({ key }) => key);
  expect(keys.join()).not.toMatch(/ada|203\.0/);
});

test("what is given back does not count", async () => {
  const who = randomUUID();
  await many(who, burst);
  await giveBack("orderByBuyer", who);
  expect((await many(who, 5)).done).toHaveLength(1);
});

test("what can be left out is said, not refused", async () => {
  const who = randomUUID();
  const { settleByBuyer } = rateLimitsByName;
  const asked = await Promise.all(Array.from({ length: 60 }, () => mayPass("settleByBuyer", who)));
  expect(asked.filter(Boolean)).toHaveLength(settleByBuyer.burst);
});

test.each([
  ["signInByAddress", "crowded"],
  ["signUpByAddress", "crowded"],
  ["signInByAccount", "account-guarded"],
] as const)("%s is refused as %s", async (name, code) => {
  const who = randomUUID();
  const { refused } = await tally(
    Array.from({ length: rateLimitsByName[name].burst + 1 }, () => limitRate(name, who)),
  );
  expect(refused).toEqual({ [code]: 1 });
});
