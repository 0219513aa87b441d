import postgres from "postgres";
import { v7 } from "uuid";
import { closeDatabase } from "#db/client.ts";
import { closeWakeConnection } from "#lib/domain-events/wake-relay.ts";
import { expireLapsedOrders } from "#lib/expiration/expire-lapsed-orders.ts";
import { waitFor } from "#stack/wait-for.ts";
import { openJobQueue } from "#worker/open-job-queue.ts";
import { workQueues } from "#worker/work-queues.ts";
import { type Market, plantMarket } from "../lock/plant-market.ts";
import { perSecond } from "../per-second.ts";
import { median } from "../quantile.ts";
import type { Figure } from "../report-figures.ts";

const size = 5000;
const rounds = 3;
const bareAtOnce = 8;

/** Ending thousands of lapsed locks, by the sweep and by their jobs, beside ending one at a time with bare statements. */
export async function benchExpiry(databaseUrl: string): Promise<Figure[]> {
  Object.assign(process.env, { DATABASE_URL: databaseUrl, DATABASE_POOL_MAX: "10" });
  const sql = postgres(databaseUrl, { max: bareAtOnce, onnotice: () => {} });
  const bare: number[] = [];
  const swept: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const ids = await plantLapsed(sql);
    bare.push(await perSecond(size, bareAtOnce, (index) => expireBare(sql, ids[index] ?? "")));
    await plantLapsed(sql);
    swept.push(await timed(expireLapsedOrders));
  }
  const worked = await byTheirJobs(databaseUrl, sql);
  await Promise.all([sql.end(), closeDatabase(), closeWakeConnection()]);
  return [
    figure("ending lapsed locks, by sweep", median(swept), median(bare), 2),
    figure("ending lapsed locks, by jobs", worked, median(bare), 1.5),
  ];
}

function figure(name: string, value: number, besides: number, limit: number): Figure {
  return { name, value, besides, besidesName: "one by one, bare", ratio: value / besides, limit };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (size / (performance.now() - started)) * 1000;
}

/** As after a quarter of an hour in which nobody paid: each ticket has a live order whose deadline has passed. */
async function plantLapsed(sql: postgres.Sql): Promise<string[]> {
  const market: Market = await plantMarket(sql, size);
  const orders = market.tickets.map(() => v7());
  await sql`
    insert into orders (id, user_id, ticket_id, price, currency, expires_at, request_key, created_at)
    select o, b, t, 4500, 'eur', clock_timestamp() - interval '1 second', gen_random_uuid(), clock_timestamp() - interval '15 minutes'
    from unnest(${orders}::uuid[], ${market.buyers}::uuid[], ${market.tickets}::uuid[]) as rows (o, b, t)`;
  await sql`
    update tickets set order_id = o, locked_until = clock_timestamp() - interval '1 second'
    from unnest(${orders}::uuid[], ${market.tickets}::uuid[]) as rows (o, t) where tickets.id = t`;
  await sql`analyze tickets, orders`;
  return orders;
}

/** What ending one order asks of Postgres. */
async function expireBare(sql: postgres.Sql, orderId: string): Promise<void> {
  await sql.begin(async (tx) => {
    const [order] = await tx`select ticket_id from orders where id = ${orderId}`;
    const ticketId: string = order?.["ticket_id"];
    await tx`select id from tickets where id = ${ticketId} for no key update`;
    await tx`select * from orders where id = ${orderId} for no key update`;
    await tx`
      update orders set status = 'cancelled', cancel_reason = 'expired', cancelled_at = clock_timestamp(), version = version + 1
      where id = ${orderId}`;
    await tx`update tickets set order_id = null, locked_until = null where id = ${ticketId}`;
    await tx`
      insert into outbox (id, type, version, subject_id, data, occurred_at)
      values (${v7()}, 'TicketUpdated', 1, ${ticketId}, '{}', clock_timestamp()),
        (${v7()}, 'OrderExpired', 1, ${orderId}, '{}', clock_timestamp())`;
  });
}

async function byTheirJobs(databaseUrl: string, sql: postgres.Sql): Promise<number> {
  const orders = await plantLapsed(sql);
  const boss = openJobQueue(databaseUrl);
  await boss.start();
  await boss.insert("expire-order", orders.map(jobOf));
  await sql`analyze pgboss.job`;
  const worked = await timed(async () => {
    await workQueues(boss);
    const live = async () =>
      (await sql`select from orders where status = 'created' limit 1`).length > 0;
    await waitFor(async () => !(await live()), "all locks to be ended", 60_000);
  });
  await boss.stop({ graceful: true });
  return worked;
}

function jobOf(orderId: string) {
  const at = new Date().toISOString();
  const terms = { price: 4500, currency: "eur", expiresAt: at };
  const data = { orderId, ticketId: v7(), buyerId: v7(), ...terms };
  return { data: { id: v7(), type: "OrderCreated", version: 1, data, occurredAt: at } };
}
