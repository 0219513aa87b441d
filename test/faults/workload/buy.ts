import { setTimeout as pause } from "node:timers/promises";
import type { UserId } from "#kernel/ids.ts";
import type { Random } from "../random.ts";
import { lookAtSome } from "./displayed-tickets.ts";
import { readDeadline } from "./purchase.ts";
import { reserve } from "./reserve.ts";
import { waysToBuy } from "./ways-to-buy.ts";

const weights = Object.fromEntries(
  Object.entries(waysToBuy).map(([name, { weight }]) => [name, weight]),
);

/** One person, one ticket: looks, clicks, and goes one of the ways there are. */
export async function buy(buyerId: UserId, random: Random): Promise<void> {
  const way = random.weighted(weights);
  const ticket = lookAtSome(random);
  await pause(random.between(0, 600)); // reads the page
  if (!ticket || ticket.userId === buyerId) return;
  const orderId = await reserve(buyerId, ticket, way, random);
  const expiresAt = orderId && (await readDeadline(buyerId, orderId));
  if (!orderId || !expiresAt) return;
  await waysToBuy[way]?.go({ orderId, ticketId: ticket.id, buyerId, expiresAt }, random);
}
