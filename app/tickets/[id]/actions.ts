"use server";

import { redirect } from "next/navigation";
import { limitRate } from "#lib/rate-limit/limit-rate.ts";
import { createOrder, createOrderInput } from "#lib/orders/create-order.ts";
import { withdrawTicket, withdrawTicketInput } from "#lib/tickets/withdraw-ticket.ts";
import { showAsItIs } from "#app/_form/show-as-it-is.ts";
import { signedInAction, verifiedAction } from "#app/_form/action.ts";

export const createOrderAction = verifiedAction(createOrderInput, async (user, input) => {
  await limitRate("orderByBuyer", user.id);
  const orderId = await createOrder(user.id, input).catch(showAsItIs);
  redirect(`/orders/${orderId}`);
});

export const withdrawTicketAction = signedInAction(withdrawTicketInput, async (user, input) => {
  await withdrawTicket(user.id, input).catch(showAsItIs);
  redirect(`/tickets/${input.ticketId}`);
});
