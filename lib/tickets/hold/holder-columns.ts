import { orders } from "#db/schema/orders.ts";

/** What is told of the order that holds a ticket, wherever one is looked at together with it. */
export const holderColumns = {
  id: orders.id,
  ticketId: orders.ticketId,
  buyerId: orders.userId,
  status: orders.status,
  expiresAt: orders.expiresAt,
  paymentAuthorizedAt: orders.paymentAuthorizedAt,
};
