import { readFile } from "node:fs/promises";
import postgres from "postgres";
import { encode } from "next-auth/jwt";
import { closeDatabase } from "#db/client.ts";
import { developmentSecrets } from "#kernel/environment.ts";
import { newId } from "#kernel/ids.ts";
import { sessionLifeSeconds, startSession } from "#lib/auth/sessions/sessions.ts";
import { plainSessionCookie } from "#lib/web/session-cookie.ts";
import { plantLargeCatalogue } from "#stack/demo/plant-large-catalogue.ts";
import { serveWeb } from "../pages/serve.ts";
import type { Figure } from "../report-figures.ts";

const presses = 60;

/** What pressing Buy costs the web process: who gets the ticket, and who comes too late for it. */
export async function benchBuyers(databaseUrl: string): Promise<Figure[]> {
  Object.assign(process.env, { DATABASE_URL: databaseUrl, DATABASE_POOL_MAX: "10" });
  const sql = postgres(databaseUrl, { max: 2, onnotice: () => {} });
  await plantLargeCatalogue(sql, 100, 1_000);
  const tickets = await sql`select id from tickets limit ${presses + 5}`;
  const web = await serveWeb(databaseUrl);
  const home = web.url.replace("127.0.0.1", "localhost"); // as it calls itself: forms come from there
  const paths = tickets.map(({ id }) => `${home}/tickets/${id}`);
  try {
    const [first, second] = [await openForms(sql, paths), await openForms(sql, paths)];
    const press = async (forms: Form[], status: number) => {
      for (const form of forms.splice(0, 5)) await send(form, status); // warms up
      const before = await processorMilliseconds(web.pid);
      for (const form of forms) await send(form, status);
      return ((await processorMilliseconds(web.pid)) - before) / presses;
    };
    const served = await press(first, 303);
    const refused = await press(second, 200);
    return [
      {
        name: "a buyer who comes too late",
        unit: "ms",
        value: refused,
        besides: served,
        besidesName: "one who is served",
        ratio: served / refused,
        limit: 1,
      },
    ];
  } finally {
    await Promise.all([web.stop(), sql.end(), closeDatabase()]);
  }
}

/** A form as its page had it, and whose it is. */
type Form = { address: string; cookie: string; fields: [string, string][] };

/** Each ticket's page, as another buyer opens it. */
async function openForms(sql: postgres.Sql, addresses: string[]): Promise<Form[]> {
  const forms: Form[] = [];
  for (const address of addresses) {
    const cookie = await cookieOfNewBuyer(sql);
    const html = await (await fetch(address, { headers: { cookie } })).text();
    const form = html.split("<form").find((part) => part.includes('name="requestKey"')) ?? "";
    const [inside = ""] = form.split("</form>");
    const inputs = inside.match(/<input[^>]*type="hidden"[^>]*>/g) ?? [];
    const fields = inputs.map((tag): [string, string] => [
      valueOf(tag, "name"),
      valueOf(tag, "value"),
    ]);
    forms.push({ address, cookie, fields });
  }
  return forms;
}

async function cookieOfNewBuyer(sql: postgres.Sql): Promise<string> {
  const userId = newId<"user">();
  await sql`
    insert into users (id, email, name, password_hash, email_verified_at)
    values (${userId}, ${`${userId}@example.com`}, 'Buyer', '-', clock_timestamp())`;
  const token = await encode({
    token: { sub: userId, sid: await startSession(userId, null) },
    secret: developmentSecrets.AUTH_SECRET,
    maxAge: sessionLifeSeconds,
  });
  return `${plainSessionCookie}=${token}`;
}

function valueOf(tag: string, name: string): string {
  const text = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
  return text.replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}

/** As a browser without JavaScript does, up to the page that its person comes to see. */
async function send({ address, cookie, fields }: Form, expected: number): Promise<void> {
  const { origin } = new URL(address);
  const body = new FormData();
  for (const [name, value] of fields) body.set(name, value);
  const headers = { cookie, origin };
  const answer = await fetch(address, { method: "POST", body, headers, redirect: "manual" });
  const text = await answer.text();
  if (answer.status !== expected) throw new Error(`A press was answered ${answer.status}: ${text}`);
  const location = answer.headers.get("location");
  if (location) await (await fetch(new URL(location, address), { headers: { cookie } })).text();
}

/** In user and system mode, as Linux counts it: in hundredths of a second. */
async function processorMilliseconds(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8");
  const [user = 0, system = 0] = stat
    .slice(stat.lastIndexOf(")"))
    .split(" ")
    .slice(12, 14)
    .map(Number);
  return (user + system) * 10;
}
