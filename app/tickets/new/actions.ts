"use server";

import { redirect } from "next/navigation";
import { limitRate } from "#lib/rate-limit/limit-rate.ts";
import { createTicket, createTicketInput } from "#lib/tickets/create-ticket.ts";
import { signedInAction } from "#app/_form/action.ts";

export const createTicketAction = signedInAction(createTicketInput, async (user, input) => {
  await limitRate("listBySeller", user.id);
  redirect(`/tickets/${await createTicket(user.id, input)}`);
});
