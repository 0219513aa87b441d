import type postgres from "postgres";

/** A catalogue of `size` tickets for sale, a hundred for each event, with the words that people search by. */
export async function plantCatalogue(sql: postgres.Sql, size: number): Promise<void> {
  const [seller] = await sql`
    insert into users (id, email, name, password_hash)
    values (gen_random_uuid(), gen_random_uuid() || '@example.com', 'Seller', '-') returning id`;
  await sql`
    insert into events (id, slug, title, title_folded, category, venue, venue_folded, city, city_folded, country,
      time_zone, starts_at)
    select gen_random_uuid(), gen_random_uuid(), 'Evening ' || n, 'evening ' || n, 'concert', 'Paradiso', 'paradiso',
      'Amsterdam', 'amsterdam', 'NL', 'Europe/Amsterdam', now() + interval '1 day' + n * interval '1 hour'
    from generate_series(1, ${size / 100}::int) as n`;
  await sql`
    insert into tickets (id, user_id, event_id, title, title_folded, price, currency)
    select gen_random_uuid(), ${seller?.["id"]}, events.id, 'Front stalls ' || n, 'front stalls ' || n, 1000 + n, 'eur'
    from events, generate_series(1, 100) as n where events.title like 'Evening %'`;
  await sql`insert into market_changes (event_id) select id from events`;
  await sql`vacuum analyze tickets`;
  await sql`analyze events`;
}
