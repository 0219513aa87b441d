import { randomUUID } from "node:crypto";
import type postgres from "postgres";

export const firstWords = [
  "Paper",
  "Silent",
  "Golden",
  "Northern",
  "Electric",
  "Velvet",
  "Broken",
  "Crimson",
  "Hollow",
  "Distant",
  "Marble",
  "Copper",
  "Lunar",
  "Wild",
  "Quiet",
  "Amber",
  "Iron",
  "Glass",
  "Paler",
  "Beyoncé",
];
export const lastWords = [
  "Lanterns",
  "Harbour",
  "Foxes",
  "Orchestra",
  "Engines",
  "Gardens",
  "Rivers",
  "Choir",
  "Machines",
  "Shadows",
  "Pilots",
  "Mirrors",
  "Wolves",
  "Signals",
  "Islands",
  "Ghosts",
  "Letters",
  "Sparrows",
  "Avenue",
  "Malmö",
];

/** For measuring, straight into the tables: many acts in many cities over two years, so many events and tickets in all. */
export async function plantLargeCatalogue(
  sql: postgres.Sql,
  events: number,
  tickets: number,
): Promise<void> {
  const prefix = `large-${randomUUID().slice(0, 8)}-`; // beside what is there already
  const [seller] = await sql`
    insert into users (id, email, name, password_hash)
    values (gen_random_uuid(), gen_random_uuid() || '@example.com', 'Seller', '-') returning id`;
  await sql`
    insert into events (id, slug, title, category, venue, city, country, time_zone, starts_at)
    select gen_random_uuid(), ${prefix} || n,
      (${firstWords}::text[])[n % 20 + 1] || ' ' || (${lastWords}::text[])[n / 20 % 20 + 1] || ' ' || n / 400,
      (array['concert', 'concert', 'concert', 'match', 'theatre', 'comedy', 'festival', 'other'])[n % 8 + 1],
      'Hall ' || n % 700, 'City ' || n % 300, 'NL', 'Europe/Amsterdam', now() + interval '1 hour' + n * 50 % 1000000 * interval '1 minute'
    from generate_series(1, ${events}::int) as n`;
  await sql`
    insert into tickets (id, user_id, event_id, title, title_folded, price, currency, admits, created_at)
    select gen_random_uuid(), ${seller?.["id"]}, events.id, 'Block ' || n % 40, 'block ' || n % 40, 1000 + n * 37 % 20000,
      (array['eur', 'gbp', 'sek', 'eur'])[(hashtext(slug) & 3) + 1], n % 4 + 1, now() - n * interval '1 minute'
    from events, generate_series(1, ${Math.round(tickets / events)}::int) as n where starts_with(slug, ${prefix})`;
  await sql`insert into market_changes (event_id) select id from events where starts_with(slug, ${prefix})`;
  await sql`vacuum analyze tickets, events`;
}
