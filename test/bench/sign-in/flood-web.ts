import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import postgres from "postgres";
import { createUser } from "#lib/auth/account/create-user.ts";
import { plantLargeCatalogue } from "#stack/demo/plant-large-catalogue.ts";
import { serveWeb } from "../pages/serve.ts";
import { quantile } from "../quantile.ts";
import type { Figure } from "../report-figures.ts";

const atOnce = 200;
const rounds = 5;
const allowedMegabytes = 700;
const allowedSeconds = 1;
const password = "correct horse battery staple";

/**
 * Two hundred people with the right password press Sign in at once, on one web process: the memory that takes, and how
 * long somebody waits meanwhile who only looks at a page.
 */
export async function floodWeb(databaseUrl: string): Promise<Figure[]> {
  const sql = postgres(databaseUrl, { max: 2, onnotice: () => {} });
  await plantLargeCatalogue(sql, 100, 1_000);
  const email = `${randomUUID()}@example.com`;
  await createUser({ name: "Ada", email, password });
  const [event] = await sql<{ slug: string }[]>`select slug from events order by id limit 1`;
  const web = await serveWeb(databaseUrl);
  const home = web.url.replace("127.0.0.1", "localhost"); // as it calls itself: forms come from there
  try {
    const form = await openForm(`${home}/sign-in`);
    const page = `${home}/events/${event?.slug}`;
    await secondsFor(page);
    const waited: number[] = [];
    let signedIn = 0;
    for (let round = 0; round < rounds; round += 1) {
      const under = { way: true };
      const flood = Promise.all(
        Array.from({ length: atOnce }, () => send(home, { ...form, email, password })),
      ).then((answers) => {
        under.way = false;
        signedIn += answers.filter((status) => status === 303).length;
      });
      while (under.way) waited.push(await secondsFor(page));
      await flood;
    }
    if (signedIn === 0) throw new Error("Nobody could sign in: nothing was measured.");
    const most = await peakMegabytes(web.pid);
    return [
      figure("memory, 200 sign in at once", "MB", most, allowedMegabytes),
      figure(
        `a page meanwhile, p99 of ${waited.length}`,
        "s",
        quantile(waited, 0.99),
        allowedSeconds,
      ),
    ];
  } finally {
    await Promise.all([web.stop(), sql.end()]);
  }
}

/** The hidden fields of the form that asks for a password. */
async function openForm(address: string): Promise<Record<string, string>> {
  const html = await (await fetch(address)).text();
  const form = html.split("<form").find((part) => part.includes('name="password"')) ?? "";
  const inputs = form.split("</form>")[0]?.match(/<input[^>]*type="hidden"[^>]*>/g) ?? [];
  return Object.fromEntries(inputs.map((tag) => [valueOf(tag, "name"), valueOf(tag, "value")]));
}

function valueOf(tag: string, name: string): string {
  const text = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
  return text.replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}

/** As a browser without JavaScript does. */
async function send(home: string, fields: Record<string, string>): Promise<number> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  const headers = { origin: home };
  const sent = { method: "POST", body, headers, redirect: "manual" } as const;
  const answer = await fetch(`${home}/sign-in`, sent);
  await answer.text();
  return answer.status;
}

async function secondsFor(address: string): Promise<number> {
  const started = performance.now();
  await (await fetch(address)).text();
  return (performance.now() - started) / 1000;
}

/** The most that a process has ever had in memory, as Linux counts it. */
async function peakMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
}

function figure(name: string, unit: "MB" | "s", value: number, allowed: number): Figure {
  const beside = { besides: allowed, besidesName: "allowed" };
  return { name, unit, value, ...beside, ratio: allowed / value, limit: 1 };
}
