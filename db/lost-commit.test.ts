import { eq, sql } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { createOrder } from "#lib/orders/create-order.ts";
import { aRequest, aTicket, aUser } from "#test/support/factories.ts";
import { type LossyProxy, loseCommitAnswers } from "#test/support/lossy-proxy.ts";
import { ordersOfTicket, storyOf, ticketRow } from "#test/support/read-back.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { closeDatabase, db, openDatabase } from "./client.ts";
import { tickets } from "#db/schema/tickets.ts";
import { isConnectionLost } from "./sql-state.ts";
import { inTransaction } from "./transaction.ts";

const direct = useDatabase();
let proxy: LossyProxy;

// db() keeps its pool there, for which globalThis has no type.
const holder = globalThis as typeof globalThis & { rowlockDatabase?: unknown };

/** From here on this process reaches the database through the proxy, and its next commit's answer is lost. */
async function loseNextAnswer(): Promise<void> {
  await closeDatabase();
  proxy = await loseCommitAnswers(direct.url, 1);
  holder.rowlockDatabase = openDatabase(proxy.url, 4);
}
afterEach(async () => {
  await proxy.stop(); // cuts every connection of that pool, so nothing is left to close
  delete holder.rowlockDatabase;
});

async function repriceOnce(options?: { repeatable: boolean }) {
  const { id } = await aTicket({ price: 100 });
  await loseNextAnswer();
  let attempts = 0;
  const outcome = await inTransaction(async (tx) => {
    attempts += 1;
    await tx
      .update(tickets)
      .set({ price: sql`price + 1` })
      .where(eq(tickets.id, id));
  }, options).catch((error: unknown) => error);
  return { attempts, outcome, price: (await ticketRow(id)).price };
}

test("a commit whose answer was lost is not repeated: it may have happened, and it has", async () => {
  const { attempts, outcome, price } = await repriceOnce();
  expect(isConnectionLost(outcome)).toBe(true);
  expect({ attempts, price }).toEqual({ attempts: 1, price: 101 });
});

test("unless repeating is declared harmless; here it was not, and shows", async () => {
  const { attempts, outcome, price } = await repriceOnce({ repeatable: true });
  expect(outcome).toBeUndefined();
  expect({ attempts, price }).toEqual({ attempts: 2, price: 102 });
});

test("an order whose commit's answer was lost is made once, and its buyer gets it", async () => {
  const { id } = await aTicket();
  const buyerId = await aUser();
  await loseNextAnswer();
  const orderId = await createOrder(buyerId, aRequest(id));
  expect(proxy.lost).toBe(1);
  expect((await ordersOfTicket(id)).map((order) => order.id)).toEqual([orderId]);
  expect(await storyOf(orderId)).toEqual(["OrderCreated"]);
  expect((await db().select().from(tickets).where(eq(tickets.orderId, orderId))).length).toBe(1);
});
