import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { developmentSecrets } from "#lib/kernel/environment.ts";
import { freePort } from "#scripts/stack/free-port.ts";
import { type RunningSandbox, startSandbox } from "#stripe-sandbox/start-sandbox.ts";
import type { Control } from "../controls/control.ts";
import { readTold, type Told } from "../told.ts";
import { type KeptRunning, keepRunning } from "./keep-running.ts";
import { plantMarket } from "./plant-market.ts";
import { type Server, startServer } from "./server.ts";

export type Stage = {
  server: Server;
  sandbox: RunningSandbox;
  /** The web process with everybody who uses it. */
  crowd: KeptRunning;
  workers: KeptRunning[];
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
  /** Which guard is taken out of the app, if one is. */
  control?: Control | undefined;
  onTold: (told: Told) => void;
  /** Told how to take down what has been set up so far: setting up may be interrupted. */
  onStarted: (stop: () => Promise<void>) => void;
};

/** Starting takes a second. */
const patienceMilliseconds = 30_000;

const root = path.resolve(import.meta.dirname, "../..");

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
    TORTURE_EDITS: JSON.stringify(setting.control?.edits ?? []),
  };
  const workers = startWorkers(setting, env);
  for (const worker of workers) onStarted(worker.stop);
  const until = Date.now() + setting.loadMilliseconds;
  const crowd = startCrowd(setting, { ...env, TORTURE_WEBHOOK_PORT: String(webhookPort) }, until);
  onStarted(crowd.stop);
  await Promise.all([crowd, ...workers].map(readyInTime));
  const stop = async () => {
    await Promise.all([crowd, ...workers].map((each) => each.stop()));
    await sandbox.stop();
    await server.stop();
  };
  return { server, sandbox, crowd, workers, until, stop };
}

async function readyInTime(program: KeptRunning): Promise<void> {
  const late = pause(patienceMilliseconds, undefined, { ref: false }).then(() => {
    throw new Error(`${program.name} did not start within ${patienceMilliseconds / 1000} s.`);
  });
  await Promise.race([program.ready(), late]);
}

function programArguments(file: string, { control }: Setting): string[] {
  const guards = path.join(root, "torture/controls/take-out-guards.ts");
  return [...(control ? ["--import", guards] : []), path.join(root, file)];
}

function startWorkers(setting: Setting, env: Record<string, string>): KeptRunning[] {
  return Array.from({ length: setting.workers }, (_, index) =>
    keepRunning({
      name: `worker ${index + 1}`,
      arguments: programArguments("worker/main.ts", setting),
      env: () => env,
      isReady: (line) => line.includes('"worker ready"'),
      logFile: path.join(setting.folder, `worker-${index + 1}.log`),
    }),
  );
}

function startCrowd(setting: Setting, env: Record<string, string>, until: number): KeptRunning {
  return keepRunning({
    name: "crowd",
    arguments: programArguments("torture/crowd/main.ts", setting),
    env: (start) => ({
      ...env,
      TORTURE_SEED: `${setting.seed}/crowd ${start}`,
      TORTURE_UNTIL: String(until),
      TORTURE_BUYERS_AT_ONCE: String(setting.buyersAtOnce),
      TORTURE_SELLERS_AT_ONCE: String(setting.sellersAtOnce),
    }),
    isReady: (line) => readTold(line)?.what === "open",
    logFile: path.join(setting.folder, "crowd.log"),
    onLine: (line) => {
      const told = readTold(line);
      if (told) setting.onTold(told);
    },
  });
}
