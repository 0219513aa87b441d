import postgres from "postgres";
import { closeDatabase } from "#db/client.ts";
import { refreshMarket } from "#lib/events/market/refresh-market.ts";
import { plantLargeCatalogue } from "#stack/demo/plant-large-catalogue.ts";
import { median } from "../quantile.ts";
import type { Figure } from "../report-figures.ts";
import { answersPerSecond } from "./ask.ts";
import { kilobytesOfScript } from "./kilobytes-of-script.ts";
import { type Served, serveOneQueryPage, serveWeb } from "./serve.ts";

const events = 2_000;
const tickets = 100_000;
const crowded = 2_000;
const different = 400;
const rounds = 3;
const asking = { atOnce: 8, milliseconds: 3_000 };
const allowedHtml = 80;
const allowedScript = 15;

type Page = { name: string; limit: number; paths: string[] };

/** Pages over HTTP beside a page of the same framework with one query, in turns; and how large they are. */
export async function benchPages(databaseUrl: string): Promise<Figure[]> {
  Object.assign(process.env, { DATABASE_URL: databaseUrl, DATABASE_POOL_MAX: "10" });
  const sql = postgres(databaseUrl, { max: 2, onnotice: () => {} });
  await plantLargeCatalogue(sql, events, tickets);
  const pages = await pagesOf(sql);
  while ((await refreshMarket()) > 0);
  await sql`vacuum analyze market_events, tickets`;
  await Promise.all([sql.end(), closeDatabase()]);
  const web = await serveWeb(databaseUrl);
  const onePage = await serveOneQueryPage(databaseUrl);
  try {
    return [...(await paces(pages, web, onePage)), ...(await sizes(pages, web, onePage))];
  } finally {
    await Promise.all([web.stop(), onePage.stop()]);
  }
}

async function paces(pages: Page[], web: Served, onePage: Served): Promise<Figure[]> {
  const beside: number[] = [];
  const each = pages.map((): number[] => []);
  for (let round = 0; round <= rounds; round += 1) {
    const pace = await answersPerSecond([onePage.url], asking);
    const measured: number[] = [];
    for (const { paths } of pages) {
      const addresses = paths.map((path) => web.url + path);
      measured.push(await answersPerSecond(addresses, asking));
    }
    if (round === 0) continue; // warms up
    beside.push(pace);
    measured.forEach((value, index) => each[index]?.push(value));
  }
  return pages.map(({ name, limit }, index) => {
    const measured = each[index] ?? [];
    const ratios = measured.map((value, round) => value / (beside[round] ?? value));
    const besides = { besides: median(beside), besidesName: "a page with one query" };
    return { name, value: median(measured), ...besides, ratio: median(ratios), limit };
  });
}

/** Of the first address of each page: its HTML as it is written, and its JavaScript as it is sent. */
async function sizes(pages: Page[], web: Served, onePage: Served): Promise<Figure[]> {
  const allowed = (await kilobytesOfScript(onePage.url)) + allowedScript;
  const figures = pages
    .filter(({ paths }) => paths.length === 1)
    .map(async ({ name, paths: [path] }) => {
      const address = `${web.url}${path}`;
      const html = Buffer.byteLength(await (await fetch(address)).text()) / 1000;
      const script = await kilobytesOfScript(address);
      return [
        within(`HTML of ${name}`, html, allowedHtml),
        within(`JavaScript of ${name}`, script, allowed),
      ];
    });
  return (await Promise.all(figures)).flat();
}

function within(name: string, value: number, besides: number): Figure {
  const ratio = besides / value;
  return { name, unit: "kB", value, besides, besidesName: "allowed", ratio, limit: 1 };
}

/** Each as one address that many open, and events, tickets and searches as many addresses too. */
async function pagesOf(sql: postgres.Sql): Promise<Page[]> {
  const [crowd] = await sql`
    insert into tickets (id, user_id, event_id, title, title_folded, price, currency, section, "row", seat)
    select gen_random_uuid(), user_id, event_id, 'Seat', 'seat', 2000 + n, 'eur', 'Block ' || n % 40, n % 20, n
    from (select user_id, event_id from tickets limit 1) as one, generate_series(1, ${crowded}::int) as n
    returning event_id`;
  const slugs = await sql`
    select slug from events order by id = ${crowd?.["event_id"]} desc, starts_at limit ${different}`;
  const ids = await sql`select id from tickets limit ${different}`;
  const eventPaths = slugs.map(({ slug }) => `/events/${slug}`);
  const ticketPaths = ids.map(({ id }) => `/tickets/${id}`);
  const searches = Array.from({ length: different }, (_, n) => `/?q=hall+${n}`);
  return [
    { name: "the first page", limit: 0.6, paths: ["/"] },
    { name: "an event of 2000 tickets", limit: 0.6, paths: eventPaths.slice(0, 1) },
    { name: "a ticket", limit: 0.6, paths: ticketPaths.slice(0, 1) },
    { name: "a search", limit: 0.4, paths: ["/?q=hall&category=concert"] },
    // Nobody shares these: what a rendering costs.
    { name: "different events", limit: 0.1, paths: eventPaths.slice(1) },
    { name: "different tickets", limit: 0.1, paths: ticketPaths },
    { name: "different searches", limit: 0.1, paths: searches },
  ];
}
