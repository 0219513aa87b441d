import type { DomainEventType } from "./domain-events.ts";

const userId = "0198a000-0000-7000-8000-000000000001";
const buyerId = "0198a000-0000-7000-8000-000000000002";
const eventId = "0198a000-0000-7000-8000-000000000003";
const ticketId = "0198a000-0000-7000-8000-000000000004";
const orderId = "0198a000-0000-7000-8000-000000000005";
const chargeId = "0198a000-0000-7000-8000-000000000006";
const confirmationId = "0198a000-0000-7000-8000-000000000007";
const sessionId = "0198a000-0000-7000-8000-000000000008";
const actId = "0198a000-0000-7000-8000-000000000009";
const until = "2026-11-22T20:15:00.000Z";
const order = { orderId, ticketId, buyerId };
const charge = { chargeId, orderId, amount: 4500, currency: "eur" };

/**
 * What was published, one literal per version (several where the shape has branches). A sample stays as it is: rows
 * like it are in databases, and must still parse.
 */
export const publishedSamples: Record<DomainEventType, Record<number, object[]>> = {
  UserCreated: { 1: [{ userId }] },
  UserUpdated: {
    1: [
      { userId, version: 2, changed: ["name"] },
      { userId, version: 3, changed: ["email", "email-verified", "password", "closed"] },
    ],
  },
  ConfirmationRequested: { 1: [{ confirmationId, purpose: "open-account" }] },
  SignedInFromElsewhere: { 1: [{ userId, sessionId }] },
  TicketCreated: { 1: [{ ticketId, eventId, sellerId: userId, price: 4500, currency: "eur" }] },
  TicketUpdated: {
    1: [
      { ticketId, change: "edited", price: 4000, currency: "eur", version: 2 },
      { ticketId, change: "locked", orderId, until },
      { ticketId, change: "unlocked", orderId },
      { ticketId, change: "sold", orderId, price: 4000, currency: "eur" },
    ],
  },
  TicketWithdrawn: { 1: [{ ticketId, version: 3 }] },
  OrderCreated: { 1: [{ ...order, price: 4500, currency: "eur", expiresAt: until }] },
  OrderAwaitingPayment: { 1: [{ ...order, chargeId }] },
  OrderCompleted: { 1: [{ ...order, price: 4500, currency: "eur" }] },
  OrderCancelled: {
    1: [
      { ...order, reason: "buyer" },
      { ...order, reason: "payment_failed" },
      { ...order, reason: "event_over" },
    ],
  },
  OrderExpired: { 1: [{ ...order, expiresAt: until }] },
  ChargeCreated: { 1: [charge] },
  ChargeDeclined: {
    1: [
      { ...charge, declines: 1, failureCode: "insufficient_funds" },
      { ...charge, declines: 2, failureCode: null },
    ],
  },
  ChargeCompleted: { 1: [charge] },
  ChargeFailed: {
    1: [
      { ...charge, failureCode: "insufficient_funds" },
      { ...charge, failureCode: null },
    ],
  },
  ChargeRefunded: { 1: [{ ...charge, stripeRefundId: "re_1" }] },
  ChargeRefundFailed: {
    1: [{ ...charge, stripeRefundId: "re_1", failureReason: "expired_or_canceled_card" }],
  },
  ChargeDisputed: { 1: [{ ...charge, disputeStatus: "needs_response" }] },
  RefundRequested: { 1: [charge] },
  OperatorActed: {
    1: [{ subjectId: orderId, actId, operatorId: userId, kind: "refund" }],
  },
  StripeEventReceived: {
    1: [{ orderId, stripeEventId: "evt_1", type: "payment_intent.succeeded" }],
  },
};
