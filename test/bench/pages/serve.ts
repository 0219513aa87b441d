import path from "node:path";
import { buildWeb, nextBinary, webMemory } from "#stack/build-web.ts";
import { type Child, startChild } from "#stack/child.ts";
import { freePort } from "#stack/free-port.ts";
import { waitFor } from "#stack/wait-for.ts";

const root = path.resolve(import.meta.dirname, "../../..");
const onePage = path.join(import.meta.dirname, "one-query-page");

export type Served = { url: string; pid: number; stop: () => Promise<void> };

/** The web app as it is deployed, on a free port. */
export async function serveWeb(databaseUrl: string): Promise<Served> {
  await buildWeb();
  const port = await freePort();
  const child = start("The web app", root, port, {
    DATABASE_URL: databaseUrl,
    APP_URL: `http://localhost:${port}`,
    RATE_LIMIT_SCALE: "1000",
    NODE_OPTIONS: webMemory,
  });
  return untilItAnswers(child, `http://127.0.0.1:${port}`, "/api/health/live");
}

/** A page of the same framework with one query, and nothing else. */
export async function serveOneQueryPage(databaseUrl: string): Promise<Served> {
  const build = startChild({
    name: "The build of the page with one query",
    command: process.execPath,
    arguments: [nextBinary, "build"],
    cwd: onePage,
    env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  const how = await build.ended;
  if (!how.endsWith("(exit code 0)")) throw new Error([...build.lastLines(), how].join("\n"));
  const port = await freePort();
  const child = start("The page with one query", onePage, port, { DATABASE_URL: databaseUrl });
  return untilItAnswers(child, `http://127.0.0.1:${port}`, "/");
}

function start(name: string, folder: string, port: number, env: Record<string, string>): Child {
  return startChild({
    name,
    command: process.execPath,
    cwd: folder,
    arguments: [nextBinary, "start", "-p", String(port), "-H", "127.0.0.1"],
    env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", PORT: String(port), ...env },
  });
}

async function untilItAnswers(
  { pid, stop, ended, lastLines }: Child,
  url: string,
  path: string,
): Promise<Served> {
  const broken = ended.then((how) => Promise.reject(new Error([...lastLines(), how].join("\n"))));
  const answers = waitFor(async () => (await fetch(url + path)).ok, `${url} to answer`);
  await Promise.race([answers, broken]);
  broken.catch(() => {}); // ends when it is stopped
  return { url, pid, stop };
}
