import { eq, isNull } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { outbox } from "#db/schema/outbox.ts";
import { inTransaction } from "#db/transaction.ts";
import { expireLapsedOrders } from "#lib/expiration/expire-lapsed-orders.ts";
import { newId, type OrderId } from "#kernel/ids.ts";
import { recordDomainEvent } from "#lib/domain-events/record-domain-event.ts";
import { anOrder } from "#test/support/factories.ts";
import { passTime } from "#test/support/movable-clock.ts";
import { domainEventsOf, only, orderRow } from "#test/support/read-back.ts";
import { capturedLog } from "#test/support/captured-log.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { jobQueue, jobsAbout, useJobs } from "#test/support/use-jobs.ts";
import { jobsFor } from "./jobs-for.ts";
import { relayOutbox } from "./relay-outbox.ts";

useDatabase();
useJobs();

async function relayAll(): Promise<void> {
  while ((await relayOutbox(jobQueue())) > 0);
}
beforeEach(relayAll);

/** Records that an order was completed; the transaction commits when `beforeCommit` resolves. */
function complete(orderId: OrderId, beforeCommit?: () => Promise<void>): Promise<void> {
  const facts = { orderId, ticketId: newId<"ticket">(), buyerId: newId<"user">() };
  return inTransaction(async (tx) => {
    await recordDomainEvent(tx, "OrderCompleted", new Date(), {
      ...facts,
      price: 4500,
      currency: "eur",
    });
    await beforeCommit?.();
  });
}

/** The same, held back before its commit. Resolves when it has written. */
async function completeSlowly(orderId: OrderId) {
  const written = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();
  const committed = complete(orderId, () => {
    written.resolve();
    return gate.promise;
  });
  await written.promise;
  return {
    commit: () => {
      gate.resolve();
      return committed;
    },
  };
}

const orderIds = (count: number) => Array.from({ length: count }, () => newId<"order">());
const bothEmails = ["mail-sale", "mail-ticket"];

async function jobNamesAbout(orderId: OrderId): Promise<string[]> {
  const { id } = only(await domainEventsOf(orderId));
  return (await jobsAbout(id)).map(({ name }) => name);
}

test("what follows from a domain event becomes a job each, once, and the row is marked", async () => {
  const orderId = newId<"order">();
  await complete(orderId);
  expect(await relayOutbox(jobQueue())).toBe(1);
  expect(await relayOutbox(jobQueue())).toBe(0);
  expect(await jobNamesAbout(orderId)).toEqual(bothEmails);
  expect(only(await domainEventsOf(orderId)).relayedAt).not.toBeNull();
});

test("the job that ends an order is due at the order's deadline", async () => {
  const { orderId } = await anOrder();
  await relayAll();
  const { id } = only(await domainEventsOf(orderId));
  const job = only(await jobsAbout(id));
  expect(job).toMatchObject({ name: "expire-order", state: "created" });
  expect(new Date(job.start_after)).toEqual((await orderRow(orderId)).expiresAt);
});

test("a transaction that rolls back is followed by nothing", async () => {
  const orderId = newId<"order">();
  const failing = complete(orderId, () => Promise.reject(new Error("rolled back")));
  await expect(failing).rejects.toThrow("rolled back");
  expect(await relayOutbox(jobQueue())).toBe(0);
  expect(await domainEventsOf(orderId)).toEqual([]);
});

test("transactions that commit in another order than they began lose nothing and repeat nothing", async () => {
  const ids = orderIds(10);
  const writers: Awaited<ReturnType<typeof completeSlowly>>[] = [];
  for (const orderId of ids) writers.push(await completeSlowly(orderId));
  for (const index of [7, 2, 9, 0, 5, 1, 8, 3, 6, 4]) {
    await writers[index]?.commit();
    await Promise.all([relayOutbox(jobQueue()), relayOutbox(jobQueue())]);
  }
  await relayAll();
  for (const orderId of ids) expect(await jobNamesAbout(orderId)).toEqual(bothEmails);
});

test("a transaction left open elsewhere holds nothing up", async () => {
  const [theirs, ours] = [newId<"order">(), await anOrder()];
  const left = await completeSlowly(theirs); // has read and written, and stays open
  await relayAll();
  const { id } = only(await domainEventsOf(ours.orderId));
  expect((await jobsAbout(id)).map(({ name }) => name)).toEqual(["expire-order"]);
  await passTime(900);
  await expireLapsedOrders();
  expect((await orderRow(ours.orderId)).cancelReason).toBe("expired");
  await left.commit();
  await relayAll();
  expect(await jobNamesAbout(theirs)).toEqual(bothEmails);
});

test("two relays at once share a backlog and make every job once", async () => {
  const ids = orderIds(450);
  await inTransaction(async (tx) => {
    const facts = {
      ticketId: newId<"ticket">(),
      buyerId: newId<"user">(),
      price: 4500,
      currency: "eur",
    };
    for (const orderId of ids)
      await recordDomainEvent(tx, "OrderCompleted", new Date(), { ...facts, orderId });
  });
  await Promise.all([relayAll(), relayAll(), relayAll()]);
  const rows = await Promise.all(ids.map((orderId) => jobNamesAbout(orderId)));
  expect(rows.every((names) => names.join() === bothEmails.join())).toBe(true);
});

test("a row that makes no sense is set aside, reported, and holds up no other", async () => {
  const good = orderIds(3);
  const order = { orderId: newId(), ticketId: newId(), buyerId: newId(), price: 4500 };
  const bad = [
    { type: "OrderTeleported", data: {} },
    { type: "OrderCreated", data: { nonsense: true } },
    // A Date can be that late, Postgres' timestamps cannot: this one fails in the database.
    { type: "OrderCreated", data: { ...order, currency: "eur", expiresAt: new Date(8.64e15) } },
  ].map((row) => ({
    id: newId<"domain-event">(),
    version: 1,
    subjectId: newId(),
    occurredAt: new Date(),
    ...row,
  }));
  await complete(good[0] ?? newId<"order">());
  await db().insert(outbox).values(bad);
  for (const orderId of good.slice(1)) await complete(orderId);
  await relayAll();
  for (const orderId of good) expect(await jobNamesAbout(orderId)).toEqual(bothEmails);
  for (const { id, type } of bad) {
    const aside = only(await jobsAbout(id));
    expect(aside).toMatchObject({ name: "unreadable-domain-events", data: { id, type } });
  }
  expect(capturedLog.filter(({ message }) => message.includes("cannot be relayed"))).toHaveLength(
    3,
  );
  expect(await db().select().from(outbox).where(isNull(outbox.relayedAt))).toEqual([]);
});

test("jobs are named after their cause: handed over twice, they are there once", async () => {
  const orderId = newId<"order">();
  await complete(orderId);
  await relayAll();
  const [row] = await db().select().from(outbox).where(eq(outbox.subjectId, orderId));
  if (!row) throw new Error("It was just recorded.");
  for (const { queue, job } of [...jobsFor(row), ...jobsFor(row)])
    await jobQueue().insert(queue, [job]);
  expect(await jobNamesAbout(orderId)).toEqual(bothEmails);
});
