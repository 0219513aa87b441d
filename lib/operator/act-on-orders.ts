import { eq } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import { tickets } from "#db/schema/tickets.ts";
import { idSchema, type UserId } from "#kernel/ids.ts";
import { refuse } from "#kernel/refusal.ts";
import { refundOrder } from "#lib/payments/refunds/refund-order.ts";
import { withdrawTicket } from "#lib/tickets/withdraw-ticket.ts";
import { recordAct, whyField } from "./record-act.ts";

export const refundInput = z.object({ orderId: idSchema<"order">(), why: whyField });
export const takeOffMarketInput = z.object({ ticketId: idSchema<"ticket">(), why: whyField });

/**
 * Gives a buyer all of their money back, and says why. Asked twice, it is given back once and both acts are kept.
 *
 * Refuses: what `refundOrder` refuses.
 */
export async function refund(
  operatorId: UserId,
  { orderId, why }: z.output<typeof refundInput>,
): Promise<void> {
  await refundOrder(orderId, async (tx, at) => {
    await recordAct(tx, at, { operatorId, kind: "refund", subjectId: orderId, why });
  });
}

/**
 * Takes a ticket off the market in its seller's place, for good. Not while a buyer pays for it: theirs it stays.
 *
 * Refuses: what `withdrawTicket` refuses.
 */
export async function takeOffMarket(
  operatorId: UserId,
  { ticketId, why }: z.output<typeof takeOffMarketInput>,
): Promise<void> {
  const [ticket] = await db()
    .select({ sellerId: tickets.userId, version: tickets.version })
    .from(tickets)
    .where(eq(tickets.id, ticketId));
  if (!ticket) return refuse("ticket-not-found");
  const { sellerId, version } = ticket;
  await withdrawTicket(sellerId, { ticketId, version }, async (tx, at) => {
    await recordAct(tx, at, { operatorId, kind: "take-off-market", subjectId: ticketId, why });
  });
}
