import { readFile } from "node:fs/promises";
import { Agent, get } from "node:http";
import path from "node:path";
import postgres from "postgres";
import { closeDatabase } from "#db/client.ts";
import type { TicketId, UserId } from "#kernel/ids.ts";
import { closeWakeConnection } from "#lib/domain-events/wake-relay.ts";
import { updateTicket, updateTicketInput } from "#lib/tickets/update-ticket.ts";
import { plantLargeCatalogue } from "#stack/demo/plant-large-catalogue.ts";
import { startChild } from "#stack/child.ts";
import { waitFor } from "#stack/wait-for.ts";
import { serveWeb } from "../pages/serve.ts";
import { quantile } from "../quantile.ts";
import type { Figure } from "../report-figures.ts";

const streams = 2_000;
const changes = 20;
const allowedMegabytes = 300;
const allowedMilliseconds = 500;

/** Two thousand pages that follow one event, on one web process: what they cost, and how soon all of them know. */
export async function benchNews(databaseUrl: string): Promise<Figure[]> {
  Object.assign(process.env, { DATABASE_URL: databaseUrl, DATABASE_POOL_MAX: "10" });
  const sql = postgres(databaseUrl, { max: 2, onnotice: () => {} });
  await plantLargeCatalogue(sql, 100, 10_000);
  const [ticket] = await sql`
    select tickets.id, tickets.user_id, slug from tickets join events on events.id = event_id limit 1`;
  const web = await serveWeb(databaseUrl);
  const worker = startWorker(databaseUrl);
  try {
    const alone = await megabytesOf(web.pid);
    const followers = await follow(`${web.url}/api/events/${ticket?.["slug"]}/live`);
    const took = await change(ticket?.["id"], ticket?.["user_id"], followers.told);
    const full = await megabytesOf(web.pid);
    followers.leave();
    console.log(
      `  ${streams} streams took ${Math.round(full - alone)} MB of ${Math.round(full)} MB.`,
    );
    return [
      figure("memory of the web process", "MB", full, allowedMegabytes),
      figure("a change reaches 99 % of them", "ms", quantile(took, 0.99), allowedMilliseconds),
    ];
  } finally {
    await Promise.all([
      web.stop(),
      worker.stop(),
      sql.end(),
      closeDatabase(),
      closeWakeConnection(),
    ]);
  }
}

function figure(name: string, unit: "ms" | "MB", value: number, allowed: number): Figure {
  return {
    name,
    unit,
    value,
    besides: allowed,
    besidesName: "allowed",
    ratio: allowed / value,
    limit: 1,
  };
}

function startWorker(databaseUrl: string) {
  return startChild({
    name: "The worker",
    command: process.execPath,
    arguments: [path.resolve(import.meta.dirname, "../../../worker/main.ts")],
    env: { NODE_ENV: "production", DATABASE_URL: databaseUrl, APP_URL: "http://localhost:3000" },
  });
}

async function megabytesOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
}

/** Opens the streams, and resolves once each has had its first word. `told` counts words by when they came. */
async function follow(address: string) {
  const agent = new Agent({ maxSockets: Number.POSITIVE_INFINITY });
  const told: { words: number; at: number }[] = Array.from({ length: streams }, () => ({
    words: 0,
    at: 0,
  }));
  const open = (each: { words: number; at: number }) =>
    get(address, { agent, headers: { accept: "text/event-stream" } }, (response) => {
      if (response.statusCode !== 200)
        throw new Error(`A stream was answered ${response.statusCode}.`);
      response.setEncoding("utf8").on("data", (text: string) => {
        each.words += text.split("\ndata: ").length - 1;
        each.at = performance.now();
      });
    });
  await waitFor(() => isStreaming(address), "the first stream");
  const opened: ReturnType<typeof open>[] = [];
  for (const each of told) {
    opened.push(open(each));
    if (opened.length % 50 === 0)
      await waitFor(
        async () => told.slice(0, opened.length).every(({ words }) => words > 0),
        "streams to begin",
        60_000,
      );
  }
  const leave = () => opened.forEach((request) => request.on("error", () => {}).destroy());
  return { told, leave };
}

async function isStreaming(address: string): Promise<boolean> {
  const leaving = new AbortController();
  const headers = { accept: "text/event-stream" };
  const { status } = await fetch(address, { headers, signal: leaving.signal });
  leaving.abort();
  return status === 200;
}

/** Changes a price again and again; how long after the commit each stream knew, in milliseconds. */
async function change(
  ticketId: TicketId,
  sellerId: UserId,
  told: { words: number; at: number }[],
): Promise<number[]> {
  const took: number[] = [];
  for (let version = 1; version <= changes; version += 1) {
    const before = told.map(({ words }) => words);
    const input = { ticketId, version, title: "Block", price: String(20 + version) };
    await updateTicket(sellerId, updateTicketInput.parse(input));
    const committed = performance.now();
    await waitFor(
      async () => told.every(({ words }, index) => words > (before[index] ?? 0)),
      "all streams to be told",
    );
    if (version > 1) took.push(...told.map(({ at }) => at - committed)); // the first warms up
  }
  return took;
}
