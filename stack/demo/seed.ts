import { Temporal } from "temporal-polyfill";
import { db } from "#db/client.ts";
import { users } from "#db/schema/auth.ts";
import { createUser } from "#lib/auth/create-user.ts";
import { fractionDigits } from "#kernel/money.ts";
import { createTicket, createTicketInput } from "#lib/tickets/create-ticket.ts";
import type { UserId } from "#kernel/ids.ts";
import { demoEvents, demoPassword, demoTickets, demoUsers, venues } from "./demo-data.ts";

/** Adds demo people, events and tickets to an empty database, as those people would. False when it is not empty. */
export async function seed(): Promise<boolean> {
  const [anyUser] = await db().select({ id: users.id }).from(users).limit(1);
  if (anyUser) return false;
  const sellers: UserId[] = [];
  for (const { name, email } of demoUsers) {
    const account = { name, email, password: demoPassword };
    sellers.push(await createUser(account, { isVerified: true }));
  }
  const [ada, , zoe] = sellers;
  if (!ada || !zoe) throw new Error("The demo data names no sellers.");
  for (const [index] of demoEvents.entries()) {
    const count = 2 + (index % 4);
    for (let ticket = 0; ticket < count; ticket += 1) {
      await createTicket((index + ticket) % 3 === 0 ? zoe : ada, demoTicket(index, index + ticket));
    }
  }
  return true;
}

function demoTicket(eventIndex: number, ticketIndex: number) {
  const event = demoEvents[eventIndex];
  const ticket = demoTickets[ticketIndex % demoTickets.length];
  if (!event || !ticket) throw new Error("The demo data has no event or ticket of that number.");
  const { currency, ...venue } = venues[event.at];
  const price = event.face * ticket.factor;
  const { factor: _, admits = 1, ...fields } = ticket;
  return createTicketInput.parse({
    event: event.title,
    category: event.category,
    ...venue,
    startsAt: localTime(event.inDays, event.time, venue.timeZone),
    ...fields,
    admits: String(admits),
    currency,
    price: price.toFixed(fractionDigits(currency)),
  });
}

function localTime(inDays: number, time: string, timeZone: string): string {
  const day = Temporal.Now.plainDateISO(timeZone).add({ days: inDays });
  return `${day.toString()}T${time}`;
}
