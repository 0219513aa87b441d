"use server";

import { redirect, RedirectType } from "next/navigation";
import { createTicket, createTicketInput } from "#lib/tickets/create-ticket.ts";
import { limitListings } from "#lib/tickets/limit-listings.ts";
import { showAsItIs } from "#app/_form/show-as-it-is.ts";
import { signedInAction } from "#app/_form/action.ts";

export const createTicketAction = signedInAction(createTicketInput, async (user, input) => {
  await limitListings(user.id, input.requestKey);
  const ticketId = await createTicket(user.id, input).catch(showAsItIs);
  // In place of the form, whose request key is used: Back leads to where the seller came from.
  redirect(`/tickets/${ticketId}`, RedirectType.replace);
});
