import { expect, test } from "vitest";
import { aRequest, aTicket, someUsers } from "#test/support/factories.ts";
import { tally } from "#test/support/refusals.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { createOrder } from "#lib/orders/create-order.ts";

process.env["DATABASE_POOL_MAX"] = "2"; // before anything reads it
useDatabase();

test("with far more requests than connections, each waits its turn and gets its answer", async () => {
  const { id } = await aTicket();
  const buyers = await someUsers(60);
  const { done, refused } = await tally(buyers.map((buyer) => createOrder(buyer, aRequest(id))));
  expect({ done: done.length, refused }).toEqual({ done: 1, refused: { "ticket-locked": 59 } });
});
