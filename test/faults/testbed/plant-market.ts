import type postgres from "postgres";

type Market = { buyers: number; tickets: number };

/** Prices that rounding has spoilt elsewhere, the smallest and the largest; yen have no cents. */
const prices = [1999, 435, 50, 99_999_999, 4500, 12_345];

/** Buyers, a seller for every tenth ticket, and more tickets than are going to be sold. */
export async function plantMarket(sql: postgres.Sql, { buyers, tickets }: Market): Promise<void> {
  const people = (kind: string, count: number) => sql`
    insert into users (id, email, name, password_hash)
    select gen_random_uuid(), ${kind} || '-' || lpad(n::text, 5, '0') || '@example.com', ${kind}, '-'
    from generate_series(1, ${count}::int) n`;
  await people("buyer", buyers);
  await people("seller", Math.ceil(tickets / 10) + 1);
  await sql`
    insert into events (id, slug, title, category, venue, city, country, time_zone, starts_at)
    values (gen_random_uuid(), 'faults', 'A night to remember', 'concert', 'Paradiso', 'Amsterdam', 'NL',
      'Europe/Amsterdam', now() + interval '90 days')`;
  await sql`
    insert into tickets (id, user_id, event_id, title, price, currency)
    select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid,
      (select id from users where email = 'seller-' || lpad((n / 10 + 1)::text, 5, '0') || '@example.com'),
      (select id from events), 'Seat ' || n,
      (${`{${prices.join(",")}}`}::text::int[])[n % ${prices.length}::int + 1],
      case when n % 7 = 3 then 'jpy' when n % 3 = 0 then 'usd' else 'eur' end
    from generate_series(1, ${tickets}::int) n`;
  await sql`analyze`;
}
