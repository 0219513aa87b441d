import { setTimeout as pause } from "node:timers/promises";
import { updateTicket } from "#lib/tickets/update-ticket.ts";
import { withdrawTicket } from "#lib/tickets/withdraw-ticket.ts";
import type { Random } from "../random.ts";
import { attempt } from "./attempt.ts";
import { type Displayed, lookAtSome } from "./displayed-tickets.ts";
import { sendMessage } from "./send-message.ts";

/** A seller at work on a ticket people are looking at: another price, now and then off the market. */
export async function sell(random: Random): Promise<void> {
  const ticket = lookAtSome(random);
  const whim = random.weighted({ "another price": 80, "two edits at once": 14, withdraw: 6 });
  const price = random.integer(500, 20_000);
  await pause(random.between(20, 150));
  if (!ticket) return;
  if (whim === "withdraw") return withdraw(ticket);
  const edits = whim === "another price" ? [price] : [price, price + 1];
  const changed = await Promise.all(edits.map((each) => reprice(ticket, each)));
  if (changed.filter(Boolean).length > 1)
    sendMessage({ type: "violation", check: "two edits, one accepted", detail: ticket.id });
}

async function reprice(ticket: Displayed, price: number): Promise<boolean> {
  const { id: ticketId, version, title, currency, admits } = ticket;
  const details = { title, currency, admits, section: null, row: null, seat: null };
  const edit = updateTicket(ticket.userId, { ticketId, version, price, ...details });
  const answer = await attempt("updateTicket", edit);
  if (answer.is !== "done") return false;
  sendMessage({ type: "listing-changed", ticketId, price, version: version + 1 });
  return true;
}

async function withdraw({ id: ticketId, userId, version }: Displayed): Promise<void> {
  const answer = await attempt("withdrawTicket", withdrawTicket(userId, { ticketId, version }));
  if (answer.is === "done") sendMessage({ type: "listing-withdrawn", ticketId });
}
