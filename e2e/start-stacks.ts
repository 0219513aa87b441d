import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startPostgres } from "#stack/embedded-postgres.ts";
import { freePort } from "#stack/free-port.ts";
import { startStack } from "#stack/start-stack.ts";

/** Long enough to reach the checkout on a slow machine, short enough for a test to wait. */
const shortLockSeconds = 12;

/**
 * One Postgres with two complete apps: the usual one, where tests may do things as often as they like, and one whose
 * holds last seconds and whose rate limits are the real ones.
 */
export default async function startStacks(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), "rowlock-e2e-"));
  const postgres = await startPostgres({
    folder: path.join(folder, "postgres"),
    settings: { fsync: "off" },
  });
  const usual = await start(postgres.url, "usual", { RATE_LIMIT_SCALE: "1000" });
  const hasty = await start(postgres.url, "hasty", { LOCK_SECONDS: String(shortLockSeconds) });
  Object.assign(process.env, {
    E2E_URL: usual.appUrl,
    E2E_MAIL_URL: usual.mail?.pageUrl,
    E2E_DATABASE_URL: databaseOf(postgres.url, "usual"),
    E2E_HASTY_URL: hasty.appUrl,
    E2E_HASTY_MAIL_URL: hasty.mail?.pageUrl,
    E2E_HASTY_SANDBOX_URL: hasty.sandboxUrl,
    E2E_WEB_PID: String(usual.webPid),
  });
  return async () => {
    await Promise.all([usual.stop(), hasty.stop()]);
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

async function start(server: string, name: string, env: Record<string, string>) {
  return startStack({
    port: await freePort(),
    databaseUrl: databaseOf(server, name),
    env,
    onLine: (process, line) => {
      if (/"severity":"error"|⨯/.test(line)) console.log(`${name}, ${process}: ${line}`);
    },
  });
}

function databaseOf(server: string, name: string): string {
  return Object.assign(new URL(server), { pathname: `/rowlock_${name}` }).href;
}
