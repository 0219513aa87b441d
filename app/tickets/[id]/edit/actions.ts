"use server";

import { redirect } from "next/navigation";
import { updateTicket, updateTicketInput } from "#lib/tickets/update-ticket.ts";
import { showTicketAsItIs } from "#app/tickets/show-ticket-as-it-is.ts";
import { signedInAction } from "#app/_form/action.ts";

export const updateTicketAction = signedInAction(updateTicketInput, async (user, input) => {
  await updateTicket(user.id, input).catch(showTicketAsItIs);
  redirect(`/tickets/${input.ticketId}`);
});
