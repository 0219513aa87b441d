import path from "node:path";
import { createDatabase } from "./create-database.ts";
import { type Child, startChild } from "./child.ts";
import { nextBinary } from "./build-web.ts";
import { freePort } from "./free-port.ts";
import { type MailCatcher, startMailCatcher } from "./mail-catcher.ts";
import { migrate } from "./migrate.ts";
import { waitFor } from "./wait-for.ts";

export type StackOptions = {
  port: number;
  databaseUrl: string;
  /** Where the sandbox remembers its payments, if it is to. */
  sandboxFile?: string;
  dev?: boolean;
  env?: Record<string, string>;
  /** Told how to stop what has been started, before any of it answers: starting may be interrupted. */
  onStarted?: (stop: () => Promise<void>) => void;
  onLine?: (name: string, line: string) => void;
};

export type Stack = {
  appUrl: string;
  /** Undefined when the real Stripe is used. */
  sandboxUrl: string | undefined;
  mail: MailCatcher | undefined;
  env: Record<string, string>;
  /** Resolves when any of its processes ends by itself, with a sentence saying which and how. */
  broken: Promise<string>;
  stop: () => Promise<void>;
};

const root = path.resolve(import.meta.dirname, "../..");

/** Starts sandbox, mail catcher, web and worker against a database, and resolves when all of them answer. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { port, databaseUrl, onLine = () => {} } = options;
  await createDatabase(databaseUrl);
  await migrate(databaseUrl);
  const ownStripe = process.env.STRIPE_SECRET_KEY || process.env.STRIPE_API_URL;
  const sandboxPort = ownStripe ? 0 : await freePort(port + 100);
  const mail = process.env.SMTP_URL
    ? undefined
    : await startMailCatcher(await freePort(), await freePort(port + 25));
  const appUrl = process.env.APP_URL ?? `http://localhost:${port}`;
  const sandboxUrl = sandboxPort ? `http://localhost:${sandboxPort}` : undefined;
  const env: Record<string, string> = {
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(port),
    APP_URL: appUrl,
    DATABASE_URL: databaseUrl,
    ...(sandboxUrl && { STRIPE_API_URL: sandboxUrl }),
    ...(mail && { SMTP_URL: mail.smtpUrl }),
    ...options.env,
  };
  const children: Child[] = [];
  const start = (name: string, nodeArguments: string[], extra: Record<string, string> = {}) =>
    children.push(
      startChild({
        name,
        command: process.execPath,
        arguments: nodeArguments,
        env: { ...env, ...extra },
        onLine: (line) => onLine(name, line),
      }),
    );
  if (sandboxUrl) {
    start("The Stripe sandbox", [path.join(root, "stripe-sandbox", "main.ts")], {
      STRIPE_SANDBOX_PORT: String(sandboxPort),
      STRIPE_SANDBOX_WEBHOOK_URL: `http://localhost:${port}/api/webhooks/stripe`,
      STRIPE_WEBHOOK_SECRET: process.env.STRIPE_WEBHOOK_SECRET ?? "whsec_rowlock_development",
      ...(options.sandboxFile && { STRIPE_SANDBOX_DATA: options.sandboxFile }),
    });
  }
  const mode = options.dev ? "development" : "production";
  start("The web app", [nextBinary, options.dev ? "dev" : "start", "-p", String(port)], {
    NODE_ENV: mode,
  });
  start("The worker", [...(options.dev ? ["--watch"] : []), path.join(root, "worker", "main.ts")], {
    NODE_ENV: mode,
  });
  const broken = Promise.race(children.map(describeEnd));
  const stop = async () => {
    await Promise.all(children.map((child) => child.stop()));
    await mail?.stop();
  };
  options.onStarted?.(stop);
  const health = waitFor(async () => {
    const answer = await fetch(`http://localhost:${port}/api/health`);
    const health = (await answer.json()) as { workerSeenSecondsAgo: number | null }; // our own route's
    return answer.ok && health.workerSeenSecondsAgo !== null && health.workerSeenSecondsAgo < 20;
  }, "the web app and the worker to answer");
  const trouble = await Promise.race([health.then(() => undefined), broken]).catch(String);
  if (trouble) throw new Error(trouble);
  return { appUrl, sandboxUrl, mail, env, broken, stop };
}

async function describeEnd(child: Child): Promise<string> {
  const how = await child.ended;
  return [how, ...child.lastLines().slice(-15)].join("\n");
}
