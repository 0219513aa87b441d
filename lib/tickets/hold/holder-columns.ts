import { orders } from "#db/schema/orders.ts";

/** What is read of the order that holds a ticket, wherever the two are read together. */
export const holderColumns = {
  id: orders.id,
  ticketId: orders.ticketId,
  buyerId: orders.userId,
  status: orders.status,
  expiresAt: orders.expiresAt,
  paymentAuthorizedAt: orders.paymentAuthorizedAt,
};
