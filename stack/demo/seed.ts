import { Temporal } from "temporal-polyfill";
import { db } from "#db/client.ts";
import { users } from "#db/schema/auth.ts";
import { createUser } from "#lib/auth/account/create-user.ts";
import { environment } from "#kernel/environment.ts";
import { fractionDigits } from "#kernel/money.ts";
import { createTicket, createTicketInput } from "#lib/tickets/create-ticket.ts";
import type { UserId } from "#kernel/ids.ts";
import {
  demoEvents,
  demoPassword,
  demoTickets,
  type DemoTicket,
  demoUsers,
  venues,
} from "./demo-data.ts";
import { placeDemoOrders } from "./place-demo-orders.ts";

/** Adds demo people, events, tickets and orders to an empty database, as those people would. False when it is not empty. */
export async function seed(): Promise<boolean> {
  const [anyUser] = await db().select({ id: users.id }).from(users).limit(1);
  if (anyUser) return false;
  const people: UserId[] = [];
  for (const { name, email } of demoUsers) {
    const account = { name, email, password: demoPassword };
    people.push(await createUser(account, { isVerified: true }));
  }
  const [ada, ben, zoe] = people;
  if (!ada || !ben || !zoe) throw new Error("The demo data names no sellers.");
  for (const [index] of demoEvents.entries()) {
    const count = 7 + ((index * 7) % 17);
    for (let ticket = 0; ticket < count; ticket += 1) {
      await createTicket((index + ticket) % 3 === 0 ? zoe : ada, demoTicket(index, index + ticket));
    }
  }
  await placeDemoOrders({ ada, ben, zoe }, await hasSandbox());
  return true;
}

/** Whether there is a Stripe sandbox to pay at, rather than Stripe, where nobody pays for a demo. */
async function hasSandbox(): Promise<boolean> {
  const { STRIPE_API_URL } = environment();
  if (!STRIPE_API_URL) return false;
  return fetch(STRIPE_API_URL).then(
    () => true,
    () => false,
  );
}

function demoTicket(eventIndex: number, ticketIndex: number) {
  const event = demoEvents[eventIndex];
  const ticket = demoTickets[ticketIndex % demoTickets.length];
  if (!event || !ticket) throw new Error("The demo data has no event or ticket of that number.");
  const { currency, ...venue } = venues[event.at];
  const { factor, admits = 1, ...fields } = ticket;
  const price = event.face * factor * (1 + (((ticketIndex * 13) % 7) - 3) / 20);
  return createTicketInput.parse({
    event: event.title,
    category: event.category,
    ...venue,
    startsAt: localTime(event.inDays, event.time, venue.timeZone),
    ...fields,
    ...seatOf(ticket, eventIndex, ticketIndex),
    admits: String(admits),
    currency,
    price: price.toFixed(fractionDigits(currency)),
  });
}

/** Another row and seat for each ticket that has one: nobody offers one chair twice. */
function seatOf({ row, seat, admits = 1 }: DemoTicket, eventIndex: number, ticketIndex: number) {
  if (!row || !seat) return {};
  const first = 1 + ((ticketIndex * 5 + eventIndex) % 40);
  return {
    row: String.fromCharCode(65 + ((ticketIndex * 3 + eventIndex) % 20)),
    seat: admits === 1 ? String(first) : `${first}–${first + admits - 1}`,
  };
}

/** So many days from now at that time there; a day later where that is past, or nearly. */
function localTime(inDays: number, time: string, timeZone: string): string {
  const now = Temporal.Now.zonedDateTimeISO(timeZone);
  const wanted = now.toPlainDate().add({ days: inDays });
  const starts = wanted.toZonedDateTime({ timeZone, plainTime: time });
  const isPast = Temporal.ZonedDateTime.compare(starts, now.add({ hours: 1 })) <= 0;
  return `${(isPast ? wanted.add({ days: 1 }) : wanted).toString()}T${time}`;
}
