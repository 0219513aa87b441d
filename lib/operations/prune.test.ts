import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { readClock } from "#db/clock.ts";
import { sessions, signInPlaces } from "#db/schema/auth.ts";
import { eventWords } from "#db/schema/market-events.ts";
import { rateLimits } from "#db/schema/operations.ts";
import { declines, stripeEvents } from "#db/schema/payments.ts";
import { newId } from "#kernel/ids.ts";
import { endSession, findSession, startSession } from "#lib/auth/sessions/sessions.ts";
import { rememberPlaces } from "#lib/auth/sessions/sign-in-places.ts";
import { limitRate } from "#lib/rate-limit/limit-rate.ts";
import { aUser } from "#test/support/factories.ts";
import { passTime } from "#test/support/movable-clock.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { aPayment, useStripe } from "#test/support/use-stripe.ts";
import { prune, prunedTables } from "./prune.ts";

useDatabase();
useStripe();

const day = 24 * 60 * 60;

beforeEach(async () => {
  for (const table of [sessions, signInPlaces, eventWords, rateLimits, stripeEvents, declines])
    await db().delete(table);
});

const sessionIds = async () =>
  (await db().select({ id: sessions.id }).from(sessions)).map(({ id }) => id);

test("a session goes thirty days after it was revoked, and not before", async () => {
  const sessionId = await startSession(await aUser(), null);
  await endSession(sessionId);
  await passTime(30 * day - 60);
  await prune();
  expect(await sessionIds()).toEqual([sessionId]);
  await passTime(120);
  await prune();
  expect(await sessionIds()).toEqual([]);
});

test("a session goes thirty days after it was left unused for a day; one in use stays", async () => {
  const userId = await aUser();
  const left = await startSession(userId, null);
  await passTime(31 * day - 60);
  const used = await startSession(userId, null);
  await prune();
  expect((await sessionIds()).toSorted()).toEqual([left, used].toSorted());
  await passTime(120);
  await prune();
  expect(await sessionIds()).toEqual([used]);
  expect(await findSession(used)).not.toBeNull();
});

test("a place goes a year after it was last used to sign in", async () => {
  const userId = await aUser();
  await rememberPlaces(userId, { address: "203.0.113.7", device: "one" });
  await passTime(300 * day);
  await rememberPlaces(userId, { address: "203.0.113.7", device: "another" });
  await passTime(66 * day);
  await prune();
  expect(await db().select().from(signInPlaces)).toHaveLength(2);
});

test("a rate limit goes when its time has passed: the next request is counted as before", async () => {
  await limitRate("orderByBuyer", "somebody");
  await prune();
  expect(await db().select().from(rateLimits)).toHaveLength(1);
  await passTime(60);
  await prune();
  expect(await db().select().from(rateLimits)).toEqual([]);
});

test("a word of events goes when the last of these has begun", async () => {
  const inAnHour = new Date(Date.now() + 3_600_000);
  await db().insert(eventWords).values({ word: "choir", neededUntil: inAnHour });
  await prune();
  expect(await db().select().from(eventWords)).toHaveLength(1);
  await passTime(3_601);
  await prune();
  expect(await db().select().from(eventWords)).toEqual([]);
});

test("a decline goes after two days, and not before", async () => {
  const { chargeId, buyerId: userId } = await aPayment();
  const declinedAt = await readClock(db());
  await db().insert(declines).values({ id: newId<"decline">(), chargeId, userId, declinedAt });
  await passTime(2 * day - 60);
  await prune();
  expect(await db().select().from(declines)).toHaveLength(1);
  await passTime(120);
  await prune();
  expect(await db().select().from(declines)).toEqual([]);
});

test("a Stripe event goes ninety days after it was processed; one that was not stays", async () => {
  const event = (id: string, processedAt: Date | null) => ({
    id,
    type: "charge.refunded",
    objectId: newId(),
    livemode: false,
    processedAt,
  });
  const longAgo = new Date(Date.now() - 91 * day * 1000);
  const lately = new Date(Date.now() - 89 * day * 1000);
  await db()
    .insert(stripeEvents)
    .values([event("evt_old", longAgo), event("evt_new", lately), event("evt_open", null)]);
  await prune();
  const left = await db().select({ id: stripeEvents.id }).from(stripeEvents);
  expect(left.map(({ id }) => id).toSorted()).toEqual(["evt_new", "evt_open"]);
});

test("many thousands go in one run, also when two workers prune at once", async () => {
  await db().execute(sql`
    insert into rate_limits (key, arrives_at)
    select 'old-' || n, clock_timestamp() - interval '1 minute' from generate_series(1, 5500) as n`);
  await Promise.all([prune(), prune()]);
  expect(await db().select().from(rateLimits)).toEqual([]);
});

test.each(prunedTables)("what is old in $table is found by an index", async ({ table, old }) => {
  const plan = await db().transaction(async (tx) => {
    await tx.execute(sql`set local enable_seqscan = off`);
    return tx.execute(sql`explain select ctid from ${sql.identifier(table)} where ${old}`);
  });
  expect(JSON.stringify([...plan])).toMatch(/Index Cond/);
});
