"use server";

import { redirect } from "next/navigation";
import { updateTicket, updateTicketInput } from "#lib/tickets/update-ticket.ts";
import { showAsItIs } from "#app/_form/show-as-it-is.ts";
import { signedInAction } from "#app/_form/action.ts";

export const updateTicketAction = signedInAction(updateTicketInput, async (user, input) => {
  await updateTicket(user.id, input).catch(showAsItIs);
  redirect(`/tickets/${input.ticketId}`);
});
