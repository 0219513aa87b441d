import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { startSandbox } from "@rowlock/stripe-sandbox/start";
import { developmentSecrets } from "#kernel/environment.ts";
import { freePort } from "#stack/free-port.ts";
import { failpoints } from "#test/mutants/failpoints.ts";
import { calmMilliseconds } from "../calm.ts";
import { scheduleKills } from "../failpoints/kill-schedule.ts";
import { seeded } from "../random.ts";
import { startDatabaseServer } from "./database-server.ts";
import { plantMarket } from "./plant-market.ts";
import { skewClocks, startWorkers, startWorkload } from "./start-programs.ts";
import type { SupervisedProcess } from "./supervise.ts";
import type { Testbed, TestbedOptions } from "./testbed.ts";

/** Starting takes a second. */
const patienceMilliseconds = 30_000;

/** Postgres, the workload and the workers, each in a process of its own, and Stripe in this one: it never dies here. */
export async function setUpTestbed(options: TestbedOptions): Promise<Testbed> {
  const { folder, onStarted } = options;
  const server = await startDatabaseServer(path.join(folder, "postgres"));
  onStarted(server.stop);
  await plantMarket(server.sql, { buyers: 400, tickets: 4000 });
  for (const statement of options.mutant?.sql ?? []) await server.sql.unsafe(statement);
  const webhookPort = await freePort();
  const sandbox = await startSandbox({
    port: 0,
    webhook: {
      url: `http://127.0.0.1:${webhookPort}/api/webhooks/stripe`,
      secret: developmentSecrets.STRIPE_WEBHOOK_SECRET,
    },
  });
  onStarted(sandbox.stop);
  const env = {
    NODE_ENV: "test",
    DATABASE_URL: server.url,
    DATABASE_POOL_MAX: "16",
    STRIPE_API_URL: `http://127.0.0.1:${sandbox.port}`,
    LOCK_SECONDS: String(options.lockSeconds),
    FAULTS_WEBHOOK_PORT: String(webhookPort),
  };
  const until = Date.now() + options.loadMilliseconds;
  const conditions = { options, env, ...chooseConditions(options, until) };
  const workers = startWorkers(conditions);
  for (const worker of workers) onStarted(worker.stop);
  const workload = startWorkload(conditions, until);
  onStarted(workload.stop);
  await Promise.all([workload, ...workers].map(readyInTime));
  const stop = async () => {
    await Promise.all([workload, ...workers].map((each) => each.stop()));
    await sandbox.stop();
    await server.stop();
  };
  return { server, sandbox, workload, workers, kills: conditions.kills, until, stop };
}

function chooseConditions(options: TestbedOptions, until: number) {
  const { seed, mutant, killsAtFailpoints, skewsClocks } = options;
  const random = seeded(`${seed}/stage`); // "stage", "deaths": names are part of a seed, so they stay
  const diesAt = mutant?.killedBy.faultSuite?.diesAt;
  const chosen = failpoints.filter(({ name }) => name === (diesAt ?? name));
  return {
    kills: killsAtFailpoints
      ? scheduleKills(random.fork("deaths"), until - calmMilliseconds, chosen)
      : null,
    skewOf: skewsClocks ? skewClocks(random.fork("clocks")) : () => 0,
  };
}

async function readyInTime(program: SupervisedProcess): Promise<void> {
  const late = pause(patienceMilliseconds, undefined, { ref: false }).then(() => {
    throw new Error(`${program.name} did not start within ${patienceMilliseconds / 1000} s.`);
  });
  await Promise.race([program.ready(), late]);
}
