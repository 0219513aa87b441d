import type postgres from "postgres";
import type { TicketId, UserId } from "#kernel/ids.ts";

export type Market = { tickets: TicketId[]; buyers: UserId[] };

/** A seller, an event, and as many free tickets and buyers as are asked for, straight into the tables. */
export async function plantMarket(sql: postgres.Sql, size: number): Promise<Market> {
  const [seller] = await sql`
    insert into users (id, email, name, password_hash)
    values (gen_random_uuid(), gen_random_uuid() || '@example.com', 'Seller', '-') returning id`;
  const [event] = await sql`
    insert into events (id, slug, title, category, venue, city, country, time_zone, starts_at)
    values (gen_random_uuid(), gen_random_uuid(), 'A night ' || gen_random_uuid(), 'concert', 'Paradiso', 'Amsterdam', 'NL',
      'Europe/Amsterdam', now() + interval '90 days') returning id`;
  const tickets = await sql<{ id: TicketId }[]>`
    insert into tickets (id, user_id, event_id, title, price, currency)
    select gen_random_uuid(), ${seller?.["id"]}, ${event?.["id"]}, 'A seat', 4500, 'eur'
    from generate_series(1, ${size}) returning id`;
  const buyers = await sql<{ id: UserId }[]>`
    insert into users (id, email, name, password_hash)
    select gen_random_uuid(), gen_random_uuid() || '@example.com', 'Buyer', '-'
    from generate_series(1, ${size}) returning id`;
  await sql`analyze tickets, users, orders, outbox`;
  return { tickets: tickets.map(({ id }) => id), buyers: buyers.map(({ id }) => id) };
}
