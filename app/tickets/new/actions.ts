"use server";

import { redirect } from "next/navigation";
import { takeTurn } from "#lib/auth/take-turn.ts";
import { createTicket, createTicketInput } from "#lib/tickets/create-ticket.ts";
import { signedInAction } from "#lib/web/action.ts";

export const createTicketAction = signedInAction(createTicketInput, async (user, input) => {
  await takeTurn("listBySeller", user.id);
  redirect(`/tickets/${await createTicket(user.id, input)}`);
});
