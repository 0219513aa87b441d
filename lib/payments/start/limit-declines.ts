import { sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import { environment } from "#kernel/environment.ts";
import type { UserId } from "#kernel/ids.ts";
import { refuse } from "#kernel/refusal.ts";
import { hashOfAddress } from "#lib/rate-limit/keyed-hash.ts";

const hour = 60 * 60;
const day = 24 * hour;

/**
 * So many declines within so many seconds, and no payment is begun until the first of them is that long ago.
 * docs/decisions/0031 has the reasons.
 */
export const declineLimits = {
  /** Three live orders with three tries each are nine: whoever comes to ten has had the day to ask their bank. */
  account: { most: 10, seconds: day },
  /** What people share is wide: one in ten honest tries is declined, and a carrier has thousands behind one address. */
  address: { most: 200, seconds: day },
  /** One card in several hands. An hour, because one of them may be its owner. */
  card: { most: 6, seconds: hour },
};

export type DeclineLimit = keyof typeof declineLimits;

/**
 * Refuses to begin a payment where too many were declined: for the account, for its address, or of a card that the
 * account had declined itself. Whoever has paid here before is not counted by address: neighbours keep nobody out.
 * Counts nothing: that is done where a decline is recorded.
 *
 * Refuses: `too-many-declines`.
 */
export async function limitDeclines(buyerId: UserId, address: string): Promise<void> {
  const [found] = await db().execute(sql`
    select ${secondsLeft("account", ofAccount(buyerId))} account,
      ${secondsLeft("address", ofAddress(buyerId, hashOfAddress(address)))} address,
      ${secondsLeft("card", ofCards(buyerId))} card`);
  const left = waits.parse(found);
  const [longest] = Object.entries(left).toSorted(([, one], [, other]) => other - one);
  if (!longest || longest[1] <= 0) return;
  const [counted, seconds] = longest;
  refuse("too-many-declines", {
    counted: limitName.parse(counted),
    retryAfterSeconds: Math.ceil(seconds),
  });
}

const wait = z
  .number()
  .nullable()
  .transform((seconds) => seconds ?? 0);
const waits = z.object({ account: wait, address: wait, card: wait });
const limitName = z.enum(["account", "address", "card"]);

/** `since` is the moment of the decline with which the limit was reached. */
function secondsLeft(limit: DeclineLimit, since: ReturnType<typeof sql>) {
  return sql`extract(epoch from (${since}) - clock_timestamp())::float8 + ${declineLimits[limit].seconds}::int`;
}

/** How many later ones the decline has with which the limit was reached. */
function laterThan(limit: DeclineLimit) {
  const scaled = declineLimits[limit].most * environment().RATE_LIMIT_SCALE;
  return Math.max(1, Math.round(scaled)) - 1;
}

function ofAccount(buyerId: UserId) {
  return sql`select declined_at from declines where user_id = ${buyerId}
    order by declined_at desc offset ${laterThan("account")} limit 1`;
}

function ofAddress(buyerId: UserId, address: string) {
  return sql`select declined_at from declines where address = ${address}
      and not exists (select from orders where user_id = ${buyerId} and status = 'completed')
    order by declined_at desc offset ${laterThan("address")} limit 1`;
}

/** For no longer than since this account's own try with the card, however often others go on with it. */
function ofCards(buyerId: UserId) {
  return sql`select max(least(own.last_at, reached.declined_at)) from (
      select card, max(declined_at) last_at from declines
      where user_id = ${buyerId} and card is not null group by card
    ) own cross join lateral (
      select declined_at from declines where card = own.card
      order by declined_at desc offset ${laterThan("card")} limit 1
    ) reached`;
}
