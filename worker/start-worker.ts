import { closeDatabase } from "#db/client.ts";
import { environment } from "#kernel/environment.ts";
import { closeWakeConnection } from "#lib/domain-events/wake-relay.ts";
import { closeMailConnections } from "#lib/email/deliver.ts";
import { hangBell } from "./bell.ts";
import { keepMarket } from "./keep-market.ts";
import { openJobQueue } from "./open-job-queue.ts";
import { repeat } from "./repeat.ts";
import { runRelay } from "./run-relay.ts";
import { schedule } from "./schedule.ts";
import { workQueues } from "./work-queues.ts";

/** How long a job under way may take to end before it is left to another worker. */
const graceMilliseconds = 25_000;

/** Another worker may have relayed what this one is to refresh. */
const marketPollMilliseconds = 1000;

/** Starts relay, subscribers and schedule. `stop` lets what is under way finish first. */
export async function startWorker(): Promise<{ stop: () => Promise<void> }> {
  const { DATABASE_URL } = environment();
  const boss = openJobQueue(DATABASE_URL);
  await boss.start();
  await workQueues(boss);
  const ending = new AbortController();
  const market = hangBell(marketPollMilliseconds);
  const relay = { boss, databaseUrl: DATABASE_URL, onRelayed: market.ring };
  const loops = [
    runRelay(relay, ending.signal),
    keepMarket(market, ending.signal),
    ...schedule.map((work) => repeat(work, ending.signal)),
  ];
  return {
    stop: async () => {
      ending.abort();
      await Promise.all([...loops, boss.stop({ graceful: true, timeout: graceMilliseconds })]);
      closeMailConnections();
      await Promise.all([closeDatabase(), closeWakeConnection()]);
    },
  };
}
