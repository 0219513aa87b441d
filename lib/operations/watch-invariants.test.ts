import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { invariantChecks } from "#db/schema/operations.ts";
import { tickets } from "#db/schema/tickets.ts";
import { anOrder } from "#test/support/factories.ts";
import { passTime } from "#test/support/movable-clock.ts";
import { capturedLog } from "#test/support/captured-log.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { readHealth } from "./read-health.ts";
import { watchInvariants } from "./watch-invariants.ts";

useDatabase();

const checks = () => db().$count(invariantChecks);

test("health says that the invariants have yet to be checked", async () => {
  expect((await readHealth()).invariants).toEqual({ checkedSecondsAgo: null, broken: [] });
});

test("health says when they were last checked, and that all was well", async () => {
  await anOrder();
  await watchInvariants();
  await passTime(20);
  const { degraded, invariants } = await readHealth();
  expect(degraded).not.toContain("invariants");
  expect(invariants.broken).toEqual([]);
  expect(invariants.checkedSecondsAgo).toBeGreaterThanOrEqual(20);
  expect(invariants.checkedSecondsAgo).toBeLessThan(40);
  expect(capturedLog).toEqual([]);
});

test("two workers look in turn, and two that look at once do no harm", async () => {
  await passTime(60);
  await watchInvariants();
  const before = await checks();
  await watchInvariants();
  expect(await checks()).toBe(before);
  await passTime(60);
  await Promise.all([watchInvariants(), watchInvariants()]);
  expect(await checks()).toBeGreaterThan(before);
});

test("what is broken is reported with the rows that show it, and health says so", async () => {
  await passTime(300);
  const { orderId, ticketId } = await anOrder();
  await db().update(tickets).set({ price: 1 }).where(eq(tickets.id, ticketId));
  await watchInvariants();
  const name = "a-live-order-costs-what-its-ticket-costs";
  expect((await readHealth()).invariants.broken).toEqual([name]);
  expect((await readHealth()).degraded).toContain("invariants");
  expect(capturedLog).toMatchObject([
    { severity: "error", message: "an invariant is broken", name, rows: [{ order_id: orderId }] },
  ]);
  await db().update(tickets).set({ price: 4500 }).where(eq(tickets.id, ticketId));
  await passTime(60);
  await watchInvariants();
  expect((await readHealth()).invariants.broken).toEqual([]);
});

test("what was found is kept for a week", async () => {
  await passTime(8 * 24 * 60 * 60);
  await watchInvariants();
  expect(await checks()).toBe(1);
});
