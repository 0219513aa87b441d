import { setTimeout as pause } from "node:timers/promises";
import { fork } from "node:child_process";
import path from "node:path";
import postgres from "postgres";
import { closeDatabase } from "#db/client.ts";
import { inTransaction } from "#db/transaction.ts";
import { newId } from "#kernel/ids.ts";
import { recordDomainEvents } from "#lib/domain-events/record-domain-events.ts";
import { closeWakeConnection } from "#lib/domain-events/wake-relay.ts";
import { openJobQueue } from "#worker/open-job-queue.ts";
import { relayOutbox } from "#worker/relay-outbox.ts";
import { startSandbox } from "@rowlock/stripe-sandbox/start";
import { median, quantile } from "../quantile.ts";
import type { Figure } from "../report-figures.ts";
import { relayBare } from "./bare-relay.ts";

const idleRounds = 120;
const backlog = 4000;
const backlogRounds = 5;

/** From commit to subscriber, by a worker of its own and idle; and a backlog, of domain events with two subscribers each. */
export async function benchRelay(databaseUrl: string): Promise<Figure[]> {
  Object.assign(process.env, { DATABASE_URL: databaseUrl });
  const sql = postgres(databaseUrl, { max: 2, onnotice: () => {} });
  const figures = [await relayingBacklog(databaseUrl, sql), ...(await idle(databaseUrl, sql))];
  await Promise.all([sql.end(), closeDatabase(), closeWakeConnection()]);
  return figures;
}

async function relayingBacklog(databaseUrl: string, sql: postgres.Sql): Promise<Figure> {
  const boss = openJobQueue(databaseUrl);
  await boss.start();
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let round = 0; round <= backlogRounds; round += 1) {
    const our = await emptied(sql, () => relayOutbox(boss));
    const their = await emptied(sql, () => relayBare(sql));
    if (round === 0) continue; // warms up both
    ours.push(our);
    theirs.push(their);
  }
  await boss.stop({ graceful: false });
  await sql`delete from pgboss.job`;
  return {
    name: "relaying a backlog",
    value: median(ours),
    besides: median(theirs),
    besidesName: "bare statements",
    ratio: median(ours.map((each, round) => each / (theirs[round] ?? each))),
    limit: 0.3,
  };
}

/** Domain events a second, until none is left. */
async function emptied(sql: postgres.Sql, relay: () => Promise<number>): Promise<number> {
  await completeOrders(backlog);
  await sql`vacuum analyze outbox`;
  const started = performance.now();
  let relayed = 0;
  for (let batch = await relay(); batch > 0; batch = await relay()) relayed += batch;
  return (relayed / (performance.now() - started)) * 1000;
}

/** Of orders that are not there: their emails have nothing to say. */
async function completeOrders(count: number): Promise<number> {
  await inTransaction((tx) =>
    recordDomainEvents(
      tx,
      new Date(),
      Array.from({ length: count }, () => ({
        type: "OrderCompleted",
        facts: {
          orderId: newId<"order">(),
          ticketId: newId<"ticket">(),
          buyerId: newId<"user">(),
          price: 4500,
          currency: "eur",
        },
      })),
    ),
  );
  return now();
}

const now = () => performance.timeOrigin + performance.now();

async function idle(databaseUrl: string, sql: postgres.Sql): Promise<Figure[]> {
  const sandbox = await startSandbox({ port: 0 });
  const worker = await startWorkerProcess(databaseUrl, `http://127.0.0.1:${sandbox.port}`);
  const [ours, theirs]: [number[], number[]] = [[], []];
  const bare = await hearNotifications(databaseUrl);
  for (let round = 0; round < idleRounds; round += 1) {
    await pause(100 + Math.random() * 250); // idle again, and at no fixed distance from anything that is polled
    const committed = await completeOrders(1);
    ours.push((await startOfJob(sql)) - committed);
    theirs.push(await bare.roundTrip());
  }
  await bare.end();
  worker.kill("SIGTERM");
  await new Promise((resolve) => worker.once("exit", resolve));
  await sandbox.stop();
  return [0.5, 0.99].map((share) => ({
    name: `commit → subscriber, p${share * 100}`,
    unit: "ms" as const,
    value: quantile(ours, share),
    besides: quantile(theirs, share),
    besidesName: "a bare NOTIFY",
    ratio: quantile(theirs, share) / quantile(ours, share),
    limit: share === 0.5 ? 0.03 : 0.02,
  }));
}

const program = path.resolve(import.meta.dirname, "../../../worker/main.ts");

async function startWorkerProcess(databaseUrl: string, stripeUrl: string) {
  const env = { ...process.env, DATABASE_URL: databaseUrl, STRIPE_API_URL: stripeUrl };
  const worker = fork(program, { env, silent: true });
  await new Promise<void>((resolve) =>
    worker.stdout?.on("data", (line: Buffer) => {
      if (line.includes("worker ready")) resolve();
    }),
  );
  await pause(2000); // what it does once when it starts
  return worker;
}

/** When the job that was made last was taken, by the clock that both processes read. */
async function startOfJob(sql: postgres.Sql): Promise<number> {
  for (;;) {
    await pause(25);
    const [left] = await sql<{ left: number; started: number }[]>`
      select (select count(*)::int from outbox where relayed_at is null)
          + (select count(*)::int from pgboss.job where state < 'completed' and name like 'mail-%') as left,
        (select extract(epoch from max(started_on))::float8 * 1000 from pgboss.job) as started`;
    if (left?.left === 0) return left.started;
  }
}

/** How long it takes until a notification that one connection sends is heard by another. */
async function hearNotifications(databaseUrl: string) {
  const listener = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  const sender = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  let heard = () => {};
  await listener.listen("bench", () => heard());
  return {
    roundTrip: async () => {
      const started = performance.now();
      const hearing = new Promise<void>((resolve) => (heard = resolve));
      await sender.notify("bench", "");
      await hearing;
      return performance.now() - started;
    },
    end: () => Promise.all([listener.end({ timeout: 1 }), sender.end({ timeout: 1 })]),
  };
}
