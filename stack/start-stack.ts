import path from "node:path";
import { developmentSecrets } from "#kernel/environment.ts";
import { createDatabase } from "./create-database.ts";
import { type Child, startChild } from "./child.ts";
import { nextBinary, webMemory } from "./build-web.ts";
import { freePort } from "./free-port.ts";
import { type MailCatcher, startMailCatcher } from "./mail-catcher.ts";
import { migrate } from "./migrate.ts";
import { waitFor } from "./wait-for.ts";

export type StackOptions = {
  port: number;
  databaseUrl: string;
  /** Where the sandbox keeps its payments across restarts; by default it forgets them. */
  sandboxFile?: string;
  dev?: boolean;
  env?: Record<string, string>;
  /** Called with how to stop everything before any of it answers, because starting may be interrupted. */
  onStarted?: (stop: () => Promise<void>) => void;
  onLine?: (name: string, line: string) => void;
};

export type Stack = {
  appUrl: string;
  webPid: number;
  /** Undefined when the real Stripe is used. */
  sandboxUrl: string | undefined;
  mail: MailCatcher | undefined;
  env: Record<string, string>;
  /** Resolves when any of its processes ends by itself, with a sentence saying which and how. */
  broken: Promise<string>;
  stop: () => Promise<void>;
};

const root = path.resolve(import.meta.dirname, "..");

/** Starts sandbox, mail catcher, web and worker against a database, and resolves when all of them answer. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { port, databaseUrl } = options;
  await createDatabase(databaseUrl);
  await migrate(databaseUrl);
  const standIns = await openStandIns(port);
  const env: Record<string, string> = {
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(port),
    APP_URL: process.env.APP_URL ?? `http://localhost:${port}`,
    DATABASE_URL: databaseUrl,
    ...standIns.env,
    ...options.env,
  };
  const children = startProcesses(options, standIns.sandboxPort, env);
  const broken = Promise.race(children.map(describeEnd));
  const stop = async () => {
    await Promise.all(children.map((child) => child.stop()));
    await standIns.mail?.stop();
  };
  options.onStarted?.(stop);
  const trouble = await Promise.race([isHealthy(port).then(() => undefined), broken]).catch(String);
  if (trouble) throw new Error(trouble);
  const { sandboxUrl, mail } = standIns;
  const webPid = children.find(({ name }) => name === webName)?.pid ?? 0;
  return { appUrl: env["APP_URL"] ?? "", webPid, sandboxUrl, mail, env, broken, stop };
}

/** What stands in for Stripe and for a mail server, unless real ones are configured. */
async function openStandIns(port: number) {
  const ownStripe = process.env.STRIPE_SECRET_KEY ?? process.env.STRIPE_API_URL;
  const sandboxPort = ownStripe ? undefined : await freePort(port + 100);
  const sandboxUrl = sandboxPort ? `http://localhost:${sandboxPort}` : undefined;
  const mail = process.env.SMTP_URL
    ? undefined
    : await startMailCatcher(await freePort(), await freePort(port + 25));
  const env: Record<string, string> = {
    ...(sandboxUrl && { STRIPE_API_URL: sandboxUrl }),
    ...(mail && { SMTP_URL: mail.smtpUrl }),
  };
  return { sandboxPort, sandboxUrl, mail, env };
}

function startProcesses(
  { port, sandboxFile, dev = false, onLine }: StackOptions,
  sandboxPort: number | undefined,
  env: Record<string, string>,
): Child[] {
  const start = (name: string, nodeArguments: string[], more: Record<string, string>) =>
    startChild({
      name,
      command: process.execPath,
      arguments: nodeArguments,
      env: { ...env, ...more },
      onLine: (line) => onLine?.(name, line),
    });
  const mode = { NODE_ENV: dev ? "development" : "production" };
  const web = { ...mode, NODE_OPTIONS: process.env.NODE_OPTIONS ?? webMemory };
  const listen = ["-p", String(port), "-H", process.env.ROWLOCK_HOST || loopback];
  const watch = dev ? ["--watch"] : [];
  return [
    ...(sandboxPort
      ? [start("The Stripe sandbox", [sandboxMain], sandboxEnv(port, sandboxPort, sandboxFile))]
      : []),
    start(webName, [nextBinary, dev ? "dev" : "start", ...listen], dev ? mode : web),
    start("The worker", [...watch, workerMain], mode),
  ];
}

/** Everybody knows the secrets of a fresh clone: nobody but this machine reaches it, unless ROWLOCK_HOST says so. */
const loopback = "127.0.0.1";

const webName = "The web app";
const sandboxMain = path.join(root, "packages", "stripe-sandbox", "main.ts");
const workerMain = path.join(root, "worker", "main.ts");

function sandboxEnv(
  appPort: number,
  port: number,
  file: string | undefined,
): Record<string, string> {
  return {
    STRIPE_SANDBOX_PORT: String(port),
    STRIPE_SANDBOX_WEBHOOK_URL: `http://localhost:${appPort}/api/webhooks/stripe`,
    STRIPE_WEBHOOK_SECRET:
      process.env.STRIPE_WEBHOOK_SECRET ?? developmentSecrets.STRIPE_WEBHOOK_SECRET,
    ...(file && { STRIPE_SANDBOX_DATA: file }),
  };
}

async function isHealthy(port: number): Promise<void> {
  await waitFor(async () => {
    const answer = await fetch(`http://localhost:${port}/api/health`);
    const health = (await answer.json()) as { workerSeenSecondsAgo: number | null }; // what app/api/health answers
    return answer.ok && health.workerSeenSecondsAgo !== null && health.workerSeenSecondsAgo < 20;
  }, "the web app and the worker to answer");
}

async function describeEnd(child: Child): Promise<string> {
  const how = await child.ended;
  return [how, ...child.lastLines().slice(-15)].join("\n");
}
