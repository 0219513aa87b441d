import postgres from "postgres";
import { closeDatabase } from "#db/client.ts";
import { refreshMarket } from "#lib/events/market/refresh-market.ts";
import { plantLargeCatalogue } from "#stack/demo/plant-large-catalogue.ts";
import { median } from "../quantile.ts";
import type { Figure } from "../report-figures.ts";
import { answersPerSecond } from "./ask.ts";
import { serveOneQueryPage, serveWeb } from "./serve.ts";

const events = 2_000;
const tickets = 100_000;
const crowded = 2_000;
const rounds = 3;
const asking = { atOnce: 8, milliseconds: 3_000 };

/** Pages over HTTP beside a page of the same framework with one query, in turns. */
export async function benchPages(databaseUrl: string): Promise<Figure[]> {
  Object.assign(process.env, { DATABASE_URL: databaseUrl, DATABASE_POOL_MAX: "10" });
  const sql = postgres(databaseUrl, { max: 2, onnotice: () => {} });
  await plantLargeCatalogue(sql, events, tickets);
  const pages = await addressesOf(sql);
  while ((await refreshMarket()) > 0);
  await sql`vacuum analyze market_events`;
  await Promise.all([sql.end(), closeDatabase()]);
  const [web, onePage] = [await serveWeb(databaseUrl), await serveOneQueryPage(databaseUrl)];
  try {
    const measured: { beside: number[]; each: Map<string, number[]> } = {
      beside: [],
      each: new Map(),
    };
    for (let round = 0; round <= rounds; round += 1) {
      const beside = await answersPerSecond([onePage.url], asking);
      for (const { name, paths } of pages) {
        const each = await answersPerSecond(
          paths.map((path) => web.url + path),
          asking,
        );
        if (round > 0) measured.each.set(name, [...(measured.each.get(name) ?? []), each / beside]);
        if (round > 0)
          measured.each.set(`${name} `, [...(measured.each.get(`${name} `) ?? []), each]);
      }
      if (round > 0) measured.beside.push(beside); // the first warms up
    }
    return pages.map(({ name, limit }) => ({
      name,
      value: median(measured.each.get(`${name} `) ?? []),
      besides: median(measured.beside),
      besidesName: "a page with one query",
      ratio: median(measured.each.get(name) ?? []),
      limit,
    }));
  } finally {
    await Promise.all([web.stop(), onePage.stop()]);
  }
}

type Page = { name: string; limit: number; paths: string[] };

/** Each as one address that many open, and as many addresses that one opens. */
async function addressesOf(sql: postgres.Sql): Promise<Page[]> {
  const [crowd] = await sql`
    insert into tickets (id, user_id, event_id, title, title_folded, price, currency, section, "row", seat)
    select gen_random_uuid(), user_id, event_id, 'Seat', 'seat', 2000 + n, 'eur', 'Block ' || n % 40, n % 20, n
    from (select user_id, event_id from tickets limit 1) as one, generate_series(1, ${crowded}::int) as n
    returning event_id`;
  const slugs = await sql`
    select slug from events order by id = ${crowd?.["event_id"]} desc, starts_at limit 400`;
  const ids = await sql`select id from tickets limit 400`;
  const eventPaths = slugs.map(({ slug }) => `/events/${slug}`);
  const ticketPaths = ids.map(({ id }) => `/tickets/${id}`);
  const words = Array.from({ length: 400 }, (_, n) => `/?q=hall+${n}`);
  return [
    { name: "the first page", limit: 0.6, paths: ["/"] },
    { name: "an event with 2000 tickets", limit: 0.6, paths: eventPaths.slice(0, 1) },
    { name: "a ticket", limit: 0.6, paths: ticketPaths.slice(0, 1) },
    { name: "a search", limit: 0.4, paths: ["/?q=hall&category=concert"] },
    { name: "400 events", limit: 0, paths: eventPaths.slice(1) },
    { name: "400 tickets", limit: 0, paths: ticketPaths },
    { name: "400 searches", limit: 0, paths: words },
  ];
}
