import { expect, test } from "vitest";
import { aRequest, aTicket, anOrder, aUser } from "#lib/testing/factories.ts";
import { orderRow } from "#lib/testing/read-back.ts";
import { refusalOf } from "#lib/testing/refusals.ts";
import { useDatabase } from "#lib/testing/use-database.ts";
import { passTime } from "#lib/testing/movable-clock.ts";
import { createOrder } from "./create-order.ts";

useDatabase();

test("first", async () => {
  const ticket = await aTicket();
  const { orderId } = await anOrder({ ticketId: ticket.id });
  expect(await orderRow(orderId)).toMatchObject({ status: "created", price: 4500 });
  expect(await refusalOf(createOrder(await aUser(), aRequest(ticket.id)))).toMatchObject({
    code: "ticket-locked",
  });
  await passTime(901);
  await createOrder(await aUser(), aRequest(ticket.id));
});
