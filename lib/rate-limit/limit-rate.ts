import { eq, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { rateLimits } from "#db/schema/operations.ts";
import { environment } from "#kernel/environment.ts";
import { refuse } from "#kernel/refusal.ts";
import { keyedHash } from "./keyed-hash.ts";
import { type RateLimitName, rateLimitsByName } from "./rate-limits.ts";

/**
 * Counts a request of `requester` against a rate limit, as one or as the `count` things that it asks for. Keys are hashed, so that the table holds no addresses.
 * GCRA in one statement: each request moves its key's time one step on, at most a burst of steps ahead of the clock.
 *
 * Refuses: `too-many-requests`, `crowded` or `account-guarded`, as the limit says.
 */
export async function limitRate(name: RateLimitName, requester: string, count = 1): Promise<void> {
  const { refusal } = rateLimitsByName[name];
  if (await mayPass(name, requester, count)) return;
  const retryAfterSeconds = await secondsToWait(name, requester, count);
  if (refusal === "crowded") refuse("crowded", { retryAfterSeconds });
  if (refusal === "account-guarded") refuse("account-guarded", { retryAfterSeconds });
  refuse("too-many-requests", { retryAfterSeconds });
}

/** The same for what can be left out instead: counts, and says whether it is within the limit. */
export async function mayPass(name: RateLimitName, requester: string, count = 1): Promise<boolean> {
  const step = stepOf(name);
  const steps = sql`${step} * ${count}::int`;
  const next = sql`greatest(${rateLimits.arrivesAt}, clock_timestamp()) + ${steps}`;
  const allowed = await db()
    .insert(rateLimits)
    .values({ key: keyOf(name, requester), arrivesAt: sql`clock_timestamp() + ${steps}` })
    .onConflictDoUpdate({
      target: rateLimits.key,
      set: { arrivesAt: next },
      setWhere: sql`${next} <= clock_timestamp() + ${step} * ${scaledBurst(name)}::int`,
    })
    .returning({ key: rateLimits.key });
  return allowed.length > 0;
}

/** Until the same would pass, if nobody else is counted meanwhile. */
async function secondsToWait(
  name: RateLimitName,
  requester: string,
  count: number,
): Promise<number> {
  const step = stepOf(name);
  const [found] = await db()
    .select({
      seconds: sql<number>`ceil(extract(epoch from
        ${rateLimits.arrivesAt} + ${step} * (${count}::int - ${scaledBurst(name)}::int) - clock_timestamp()))::int`,
    })
    .from(rateLimits)
    .where(eq(rateLimits.key, keyOf(name, requester)));
  return Math.max(found?.seconds ?? 1, 1);
}

/** Takes one request back out of the count: it turned out to be none of those that are to be limited. */
export async function giveBack(name: RateLimitName, requester: string): Promise<void> {
  await db()
    .update(rateLimits)
    .set({ arrivesAt: sql`${rateLimits.arrivesAt} - ${stepOf(name)}` })
    .where(eq(rateLimits.key, keyOf(name, requester)));
}

function scaledBurst(name: RateLimitName): number {
  return Math.max(1, Math.round(rateLimitsByName[name].burst * environment().RATE_LIMIT_SCALE));
}

function stepOf(name: RateLimitName): SQL {
  const seconds = rateLimitsByName[name].everySeconds / environment().RATE_LIMIT_SCALE;
  return sql`make_interval(secs => ${seconds}::float8)`;
}

function keyOf(name: RateLimitName, requester: string): string {
  return keyedHash(`${name}:${requester}`);
}
