import { sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { newId, type UserId } from "#kernel/ids.ts";
import { aUser } from "./factories.ts";

/** The moment of what is planted last. What comes before it is a minute apart, two by two at the same moment. */
export const plantedLast = "2026-01-01T00:00:00Z";

/**
 * A market of `others` tickets of other people, each bought by another, and a person who listed `own` of their own and
 * ordered as many. The word of each of them is its number, as in "seat 17". Straight into the tables.
 */
export async function plantBusyPerson(own: number, others = 0): Promise<UserId> {
  const [person, seller, buyer] = [await aUser(), newId<"user">(), newId<"user">()];
  await db().transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`); // no trigger, no foreign key: all at once
    await tx.execute(sql`
      insert into users (id, name, email, password_hash)
      values (${seller}, 'A seller', ${`${seller}@example.com`}, ''), (${buyer}, 'A buyer', ${`${buyer}@example.com`}, '')`);
    await tx.execute(sql`
      create temp table planted on commit drop as
      select n, n >= ${others}::int as own, gen_random_uuid() as ticket_id, gen_random_uuid() as bought_id,
        gen_random_uuid() as event_id,
        ${plantedLast}::timestamptz - ((${others + own}::int - 1 - n) / 2) * interval '1 minute' as at
      from generate_series(0, ${others + own}::int - 1) as n`);
    await tx.execute(sql`
      insert into events (id, slug, title, title_folded, category, venue, venue_folded, city, city_folded, country, time_zone, starts_at)
      select event_id, event_id, 'Evening ' || n, 'evening ' || n, 'concert', 'Dampfzentrale', 'dampfzentrale', 'Zürich', 'zurich',
        'CH', 'Europe/Zurich', clock_timestamp() + interval '30 days' from planted`);
    await tx.execute(sql`
      insert into tickets (id, user_id, event_id, title, title_folded, price, currency, created_at)
      select ticket_id, case when own then ${person}::uuid else ${seller}::uuid end, event_id, 'Seat ' || n, 'seat ' || n, 4500, 'eur', at from planted
      union all
      select bought_id, ${seller}, event_id, 'Seat ' || n, 'seat ' || n, 4500, 'eur', at from planted where own`);
    await tx.execute(sql`
      insert into orders (id, user_id, ticket_id, status, price, currency, expires_at, cancel_reason, cancelled_at, request_key, created_at)
      select gen_random_uuid(), case when own then ${person}::uuid else ${buyer}::uuid end,
        case when own then bought_id else ticket_id end, 'cancelled', 4500, 'eur', at + interval '15 minutes', 'buyer', at, gen_random_uuid(), at
      from planted`);
  });
  await db().execute(sql`analyze tickets, orders, events`);
  return person;
}
