"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { limitRate } from "#lib/rate-limit/limit-rate.ts";
import { Refusal } from "#kernel/refusal.ts";
import { refusals } from "#kernel/refusals.ts";
import { createOrder, createOrderInput } from "#lib/orders/create-order.ts";
import { withdrawTicket, withdrawTicketInput } from "#lib/tickets/withdraw-ticket.ts";
import { signedInAction } from "#app/_form/action.ts";

export const createOrderAction = signedInAction(createOrderInput, async (user, input) => {
  await limitRate("orderByBuyer", user.id);
  const orderId = await createOrder(user.id, input).catch((refusal: unknown) => {
    if (isAboutTheTicket(refusal)) refresh(); // the page shows it as it is now, and asks again
    throw refusal;
  });
  redirect(`/orders/${orderId}`);
});

export const withdrawTicketAction = signedInAction(withdrawTicketInput, async (user, input) => {
  await withdrawTicket(user.id, input);
  redirect(`/tickets/${input.ticketId}`);
});

/** Whether what the page shows of the ticket is out of date. */
function isAboutTheTicket(refusal: unknown): boolean {
  return (
    refusal instanceof Refusal && ["ticket", "event"].includes(refusals[refusal.reason.code].about)
  );
}
