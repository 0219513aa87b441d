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

/** A catalogue of many acts in many cities, over two years, in currencies of every kind: `events` and `tickets` in all. */
export async function plantMillion(
  sql: postgres.Sql,
  events: number,
  tickets: number,
): Promise<void> {
  const [seller] = await sql`
    insert into users (id, email, name, password_hash)
    values (gen_random_uuid(), gen_random_uuid() || '@example.com', 'Seller', '-') returning id`;
  await sql`
    insert into events (id, slug, title, category, venue, city, country, time_zone, starts_at)
    select gen_random_uuid(), 'million-' || n,
      (${firstWords}::text[])[n % 20 + 1] || ' ' || (${lastWords}::text[])[n / 20 % 20 + 1] || ' ' || n / 400,
      (array['concert', 'concert', 'concert', 'match', 'theatre', 'comedy', 'festival', 'other'])[n % 8 + 1],
      'Hall ' || n % 700, 'City ' || n % 300, 'NL', 'Europe/Amsterdam', now() + interval '1 hour' + n * interval '50 minutes'
    from generate_series(1, ${events}::int) as n`;
  await sql`
    insert into tickets (id, user_id, event_id, title, title_folded, price, currency, admits, created_at)
    select gen_random_uuid(), ${seller?.["id"]}, events.id, 'Block ' || n % 40, 'block ' || n % 40, 1000 + n * 37 % 20000,
      (array['eur', 'gbp', 'sek', 'eur'])[hashtext(slug) & 3 | 1], n % 4 + 1, now() - n * interval '1 minute'
    from events, generate_series(1, ${Math.round(tickets / events)}::int) as n where slug like 'million-%'`;
  await sql`insert into market_changes (event_id) select id from events`;
  await sql`vacuum analyze tickets, events`;
}
