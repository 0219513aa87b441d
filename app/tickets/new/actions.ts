"use server";

import { redirect, RedirectType } from "next/navigation";
import { z } from "zod";
import { askWhichEvent } from "#lib/events/ask-which-event.ts";
import { createTicketInput, createTickets } from "#lib/tickets/create-ticket.ts";
import { limitListings } from "#lib/tickets/limit-listings.ts";
import { showAsItIs } from "#app/_form/show-as-it-is.ts";
import { verifiedAction } from "#app/_form/action.ts";

/** `find` is the button that only asks which event it is. */
const sellInput = z
  .looseObject({ find: z.string().optional(), event: z.string().prefault("") })
  .transform(({ find, ...typed }) => ({
    wanted: find ? typed.event : null,
    listing: createTicketInput.parse(typed),
  }));

export const createTicketAction = verifiedAction(sellInput, async (user, { wanted, listing }) => {
  if (wanted !== null) return askWhichEvent(wanted);
  await limitListings(user.id, listing.requestKey, listing.places.tickets.length);
  const [first, another] = await createTickets(user.id, listing).catch(showAsItIs);
  // In place of the form, whose request key is used: Back leads to where the seller came from.
  redirect(another ? `/sales?listed=${first}` : `/tickets/${first}`, RedirectType.replace);
});
