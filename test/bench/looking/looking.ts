import postgres from "postgres";
import { closeDatabase } from "#db/client.ts";
import { closeWakeConnection } from "#lib/domain-events/wake-relay.ts";
import { listMarketEvents } from "#lib/events/market/list-market-events.ts";
import { marketSearch } from "#lib/events/market/market-search.ts";
import { refreshMarket } from "#lib/events/market/refresh-market.ts";
import { lockAll } from "../lock/lock.ts";
import { plantMarket } from "../lock/plant-market.ts";
import { median } from "../quantile.ts";
import type { Figure } from "../report-figures.ts";
import { plantCatalogue } from "./plant-catalogue.ts";

const tickets = 200_000;
const rounds = 5;
const perRound = 400;
const buyersAtOnce = 8;
const looking = 12;

/** Words as people and others type them: found often, found once, found never, and those that match everything. */
const searches = [
  "nothing like it",
  "zzzz",
  "evening 7",
  "e",
  "a n",
  "paradiso amsterdam evening",
  "",
];

/** Buying beside a dozen anonymous searches, in one process as the web is one, on a large catalogue. */
export async function benchLooking(databaseUrl: string): Promise<Figure[]> {
  Object.assign(process.env, { DATABASE_URL: databaseUrl, DATABASE_POOL_MAX: "10" });
  const sql = postgres(databaseUrl, { max: 2, onnotice: () => {} });
  await plantCatalogue(sql, tickets);
  while ((await refreshMarket()) > 0);
  const [alone, beside, looked]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round <= rounds; round += 1) {
    const one = await lockAll(await plantMarket(sql, perRound), buyersAtOnce, perRound);
    const market = await plantMarket(sql, perRound);
    const stop = startLooking();
    const other = await lockAll(market, buyersAtOnce, perRound);
    const seen = await stop();
    if (round === 0) continue; // warms up
    alone.push(one);
    beside.push(other);
    looked.push(seen);
  }
  await Promise.all([sql.end(), closeDatabase(), closeWakeConnection()]);
  return [
    {
      name: `buying beside ${looking} searches`,
      value: median(beside),
      besides: median(alone),
      besidesName: `buying alone (${Math.round(median(looked))} searches/s)`,
      ratio: median(beside.map((each, round) => each / (alone[round] ?? each))),
      limit: 0.5,
    },
  ];
}

/** Searches without a pause until it is told to stop. Resolves to how many a second were answered. */
function startLooking(): () => Promise<number> {
  const started = performance.now();
  const ending = new AbortController();
  let answered = 0;
  const lanes = Array.from({ length: looking }, async (_, lane) => {
    for (let turn = lane; !ending.signal.aborted; turn += 1) {
      await listMarketEvents(marketSearch.parse({ q: searches[turn % searches.length] }), {}).then(
        () => (answered += 1),
        () => {}, // given up after two seconds: that is what protects buying
      );
    }
  });
  return async () => {
    ending.abort();
    const seconds = (performance.now() - started) / 1000;
    const rate = answered / seconds;
    await Promise.all(lanes);
    return rate;
  };
}
