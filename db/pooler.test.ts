import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sql } from "drizzle-orm";
import { createOrder } from "#lib/orders/create-order.ts";
import { settleOrder } from "#lib/payments/settle/settle-order.ts";
import { whileTicketRowIsLocked } from "#test/support/barrier.ts";
import { aRequest, aTicket, aUser, someUsers } from "#test/support/factories.ts";
import { orderRow } from "#test/support/read-back.ts";
import { refusalOf, tally } from "#test/support/refusals.ts";
import { runProgram } from "#test/support/run-program.ts";
import { type Pooler, startTransactionPooler } from "#test/support/transaction-pooler.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { aPayment, payWith, useStripe } from "#test/support/use-stripe.ts";
import { inTransaction } from "./transaction.ts";

const direct = useDatabase();
useStripe();

const connections = 3;
let pooler: Pooler;
beforeAll(async () => {
  pooler = await startTransactionPooler(direct.url, connections);
  process.env["DATABASE_URL"] = `${pooler.url}?prepare=false`;
});
afterAll(() => pooler.stop());

test("through a pooler in transaction mode a crowd shares few connections, and one of them gets the ticket", async () => {
  const { id } = await aTicket();
  const buyers = await someUsers(60);
  const { done, refused } = await tally(buyers.map((buyer) => createOrder(buyer, aRequest(id))));
  expect({ done: done.length, refused }).toEqual({ done: 1, refused: { "ticket-locked": 59 } });
  expect(pooler.connections()).toBe(connections);
});

test("a ticket is bought and paid", async () => {
  const payment = await aPayment();
  await payWith("pm_card_visa", payment.stripeId);
  await settleOrder(payment.orderId);
  expect((await orderRow(payment.orderId)).status).toBe("completed");
});

test("waiting has its limit, though a session's settings are not kept", async () => {
  const { id } = await aTicket();
  const buyer = await aUser();
  await whileTicketRowIsLocked(id, async () => {
    expect(await refusalOf(createOrder(buyer, aRequest(id)))).toMatchObject({ code: "busy" });
  });
  const [limits] = await inTransaction((tx) =>
    tx.execute(sql`select current_setting('statement_timeout') as statement,
      current_setting('idle_in_transaction_session_timeout') as idle`),
  );
  expect(limits).toEqual({ statement: "10s", idle: "15s" });
});

test("a worker works, though notifications do not come through", async () => {
  const env = { DATABASE_URL: `${pooler.url}?prepare=false`, LOCK_SECONDS: "1" };
  const { exitCode, output, errors } = await runProgram("run-worker-once.ts", env);
  expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: "" });
  expect(output).toContain('"stopped"');
});

test("the control: this pooler keeps nothing for a session", async () => {
  const client = postgres(pooler.url, {
    max: 1,
    fetch_types: false,
    connection: { lock_timeout: 1 },
  });
  await expect(client`select 1`).rejects.toThrow("unsupported startup parameter: lock_timeout");
  await client.end();
  const clientWith = async (timeout: string) => {
    const one = postgres(pooler.url, { max: 1, fetch_types: false });
    await one.unsafe(`set statement_timeout = '${timeout}'`);
    return one;
  };
  const [one, other] = await Promise.all([clientWith("1s"), clientWith("2s")]);
  const shown = await Promise.all(
    Array.from({ length: 30 }, (_, index) =>
      (index % 2 === 0 ? one : other).unsafe("show statement_timeout"),
    ),
  );
  expect(new Set(shown.map(([row]) => row?.["statement_timeout"])).size).toBeGreaterThan(1);
  await Promise.all([one.end(), other.end()]);
});
