import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { developmentSecrets } from "#kernel/environment.ts";
import { freePort } from "#stack/free-port.ts";
import { type RunningSandbox, startSandbox } from "@rowlock/stripe-sandbox/start-sandbox.ts";
import { breakpoints } from "../breakpoints/breakpoints.ts";
import { type DeathPlan, planDeaths } from "../breakpoints/plan-deaths.ts";
import type { Control } from "../controls/control.ts";
import { calmMilliseconds } from "../faults/fault.ts";
import { seeded } from "../random.ts";
import type { Told } from "../told.ts";
import type { KeptRunning } from "./keep-running.ts";
import { plantMarket } from "./plant-market.ts";
import { type Server, startServer } from "./server.ts";
import { skewClocks, startCrowd, startWorkers } from "./start-programs.ts";

export type Stage = {
  server: Server;
  sandbox: RunningSandbox;
  /** The web process with everybody who uses it. */
  crowd: KeptRunning;
  workers: KeptRunning[];
  /** Who dies at a breakpoint; null when nobody does. */
  deaths: DeathPlan | null;
  stop(): Promise<void>;
};

export type Setting = {
  seed: number;
  folder: string;
  workers: number;
  loadMilliseconds: number;
  buyersAtOnce: number;
  sellersAtOnce: number;
  lockSeconds: number;
  /** Processes die at named places in the app. */
  diesAtBreakpoints: boolean;
  /** Every process has a wrong clock of its own. */
  skewsClocks: boolean;
  /** Which guard is taken out of the app, if one is. */
  control?: Control | undefined;
  onTold: (told: Told) => void;
  /** Told how to take down what has been set up so far: setting up may be interrupted. */
  onStarted: (stop: () => Promise<void>) => void;
};

/** Starting takes a second. */
const patienceMilliseconds = 30_000;

/** Postgres, Stripe, the crowd and the workers, each in a process of its own but for Stripe, who never dies here. */
export async function setStage(setting: Setting): Promise<Stage & { until: number }> {
  const { folder, onStarted } = setting;
  const server = await startServer(path.join(folder, "postgres"));
  onStarted(server.stop);
  await plantMarket(server.sql, { buyers: 400, tickets: 4000 });
  for (const statement of setting.control?.sql ?? []) await server.sql.unsafe(statement);
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
    ...{ NODE_ENV: "test", DATABASE_URL: server.url, DATABASE_POOL_MAX: "16" },
    STRIPE_API_URL: `http://127.0.0.1:${sandbox.port}`,
    LOCK_SECONDS: String(setting.lockSeconds),
    TORTURE_WEBHOOK_PORT: String(webhookPort),
  };
  const until = Date.now() + setting.loadMilliseconds;
  const conditions = { setting, env, ...chooseConditions(setting, until) };
  const workers = startWorkers(conditions);
  for (const worker of workers) onStarted(worker.stop);
  const crowd = startCrowd(conditions, until);
  onStarted(crowd.stop);
  await Promise.all([crowd, ...workers].map(readyInTime));
  const stop = async () => {
    await Promise.all([crowd, ...workers].map((each) => each.stop()));
    await sandbox.stop();
    await server.stop();
  };
  return { server, sandbox, crowd, workers, deaths: conditions.deaths, until, stop };
}

function chooseConditions(setting: Setting, until: number) {
  const { seed, control, diesAtBreakpoints, skewsClocks } = setting;
  const random = seeded(`${seed}/stage`);
  const diesAt = breakpoints.filter(({ name }) => name === (control?.diesAt ?? name));
  return {
    deaths: diesAtBreakpoints
      ? planDeaths(random.fork("deaths"), until - calmMilliseconds, diesAt)
      : null,
    skewOf: skewsClocks ? skewClocks(random.fork("clocks")) : () => 0,
  };
}

async function readyInTime(program: KeptRunning): Promise<void> {
  const late = pause(patienceMilliseconds, undefined, { ref: false }).then(() => {
    throw new Error(`${program.name} did not start within ${patienceMilliseconds / 1000} s.`);
  });
  await Promise.race([program.ready(), late]);
}
