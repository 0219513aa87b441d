import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createDatabase } from "#stack/create-database.ts";
import { startPostgres } from "#stack/embedded-postgres.ts";
import { migrate } from "#stack/migrate.ts";
import { benchAccounts } from "#test/bench/accounts/accounts.ts";
import { benchBrowse } from "#test/bench/browse/browse.ts";
import { benchBuyers } from "#test/bench/buyers/buyers.ts";
import { benchExpiry } from "#test/bench/expiry/expiry.ts";
import { benchListing } from "#test/bench/listing/listing.ts";
import { benchLock } from "#test/bench/lock/lock.ts";
import { benchLooking } from "#test/bench/looking/looking.ts";
import { benchNews } from "#test/bench/news/news.ts";
import { benchPages } from "#test/bench/pages/pages.ts";
import { benchPurchase } from "#test/bench/purchase/purchase.ts";
import { benchRelay } from "#test/bench/relay/relay.ts";
import { benchSignIn } from "#test/bench/sign-in/sign-in.ts";
import { type Figure, reportFigures } from "#test/bench/report-figures.ts";

const benches: Record<string, (databaseUrl: string) => Promise<Figure[]>> = {
  listing: benchListing,
  lock: benchLock,
  relay: benchRelay,
  expiry: benchExpiry,
  looking: benchLooking,
  "sign-in": benchSignIn,
  accounts: benchAccounts,
  purchase: benchPurchase,
  browse: benchBrowse,
  pages: benchPages,
  buyers: benchBuyers,
  news: benchNews,
};
const names = process.argv.slice(2).filter((argument) => argument !== "--");
const unknown = names.find((name) => !Object.hasOwn(benches, name));
const reportFolder = path.resolve(process.env.ROWLOCK_DATA || ".data");

if (unknown === undefined) {
  const wanted = names.length > 0 ? names : Object.keys(benches);
  await (wanted.length === 1 ? measure(String(wanted[0])) : measureEach(wanted));
} else {
  const known = Object.keys(benches).join(", ");
  console.error(`There is no benchmark called ${unknown}. There are: ${known}.`);
  process.exitCode = 1;
}

/** Each in a process of its own: a process reads its environment once, and what one has warmed up is not another's. */
async function measureEach(wanted: string[]): Promise<void> {
  for (const name of wanted) {
    const bench = fork(import.meta.filename, [name]);
    const [exitCode] = await once(bench, "exit");
    if (exitCode !== 0) process.exitCode = 1;
  }
}

/** On a Postgres of its own, with its usual safety: fsync on. */
async function measure(name: string): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "rowlock-bench-"));
  const postgres = await startPostgres({ folder: path.join(folder, "postgres") });
  try {
    await createDatabase(postgres.url);
    await migrate(postgres.url);
    const figures = (await benches[name]?.(postgres.url)) ?? [];
    if (!reportFigures(name, figures, reportFolder)) process.exitCode = 1;
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
