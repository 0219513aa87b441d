import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { rateLimits } from "#db/schema/operations.ts";
import { environment } from "#kernel/environment.ts";
import { refuse } from "#kernel/refusal.ts";

/** `burst` requests at once, and from then on one every `everySeconds`. */
type RateLimit = { burst: number; everySeconds: number };

export const rateLimitsByName = {
  signInByAccount: { burst: 10, everySeconds: 90 },
  signInByAddress: { burst: 30, everySeconds: 30 },
  signUpByAddress: { burst: 20, everySeconds: 60 },
  orderByBuyer: { burst: 15, everySeconds: 5 },
  listBySeller: { burst: 60, everySeconds: 5 },
  settleByBuyer: { burst: 20, everySeconds: 3 },
  payTroubleByBuyer: { burst: 5, everySeconds: 60 },
} satisfies Record<string, RateLimit>;

/**
 * Counts one request of `requester` against a rate limit. Keys are hashed, so that the table holds no addresses.
 * GCRA in one statement: each request moves its key's time one step on, at most a burst of steps ahead of the clock.
 *
 * Refuses: `too-many-requests`.
 */
export async function limitRate(
  name: keyof typeof rateLimitsByName,
  requester: string,
): Promise<void> {
  const { burst, everySeconds } = rateLimitsByName[name];
  const scaled = Math.max(1, Math.round(burst * environment().RATE_LIMIT_SCALE));
  const step = sql`make_interval(secs => ${everySeconds / environment().RATE_LIMIT_SCALE}::float8)`;
  const key = createHash("sha256").update(`${name}:${requester}`).digest("base64url");
  const next = sql`greatest(${rateLimits.arrivesAt}, clock_timestamp()) + ${step}`;
  const allowed = await db()
    .insert(rateLimits)
    .values({ key, arrivesAt: sql`clock_timestamp() + ${step}` })
    .onConflictDoUpdate({
      target: rateLimits.key,
      set: { arrivesAt: next },
      setWhere: sql`${next} <= clock_timestamp() + ${step} * ${scaled}::int`,
    })
    .returning({ key: rateLimits.key });
  if (allowed.length === 0) refuse("too-many-requests", { retryAfterSeconds: everySeconds });
}
