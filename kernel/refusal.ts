import type { EventId, OrderId, TicketId } from "./ids.ts";
import type { Currency } from "./money.ts";

/** What each refusal carries, so that its sentence can say what to do next. */
export type RefusalDetails = {
  "invalid-input": { fields: Record<string, string> };
  "not-signed-in": {};
  "other-site": {};
  "wrong-email-or-password": {};
  "email-taken": {};
  "too-many-requests": { retryAfterSeconds: number };
  busy: {};
  "changed-elsewhere": {};
  "event-not-found": {};
  "event-over": { eventId: EventId };
  "ticket-not-found": {};
  "ticket-locked": { until: Date | null };
  "ticket-sold": {};
  "ticket-withdrawn": {};
  "ticket-changed": { price: number; currency: Currency; version: number };
  "own-ticket": {};
  "too-many-live-orders": { limit: number };
  "cooling-down": { until: Date };
  "order-not-found": {};
  "order-completed": { orderId: OrderId };
  "order-over": { ticketId: TicketId };
  "payment-being-finished": {};
  "payment-provider-unreachable": {};
};
export type RefusalCode = keyof RefusalDetails;

/** HTTP's word for each refusal, where an answer carries a status. */
export const refusalStatus: Record<RefusalCode, number> = {
  "invalid-input": 422,
  "not-signed-in": 401,
  "other-site": 403,
  "wrong-email-or-password": 401,
  "email-taken": 409,
  "too-many-requests": 429,
  busy: 503,
  "changed-elsewhere": 409,
  "event-not-found": 404,
  "event-over": 409,
  "ticket-not-found": 404,
  "ticket-locked": 409,
  "ticket-sold": 409,
  "ticket-withdrawn": 409,
  "ticket-changed": 409,
  "own-ticket": 403,
  "too-many-live-orders": 409,
  "cooling-down": 409,
  "order-not-found": 404,
  "order-completed": 409,
  "order-over": 409,
  "payment-being-finished": 409,
  "payment-provider-unreachable": 503,
};

/** The reason of a refusal: one member of a closed union, so a switch over `code` knows `details`. */
export type RefusalReason = {
  [Code in RefusalCode]: { code: Code; details: RefusalDetails[Code] };
}[RefusalCode];

/** The business says no. Thrown, so that the transaction around it rolls back by itself. */
export class Refusal extends Error {
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason) {
    super(reason.code);
    this.name = "Refusal";
    this.reason = reason;
  }
}

type NoDetails = {
  [Code in RefusalCode]: {} extends RefusalDetails[Code] ? Code : never;
}[RefusalCode];

export function refuse<Code extends NoDetails>(code: Code): never;
export function refuse<Code extends RefusalCode>(code: Code, details: RefusalDetails[Code]): never;
export function refuse(code: RefusalCode, details: object = {}): never {
  throw new Refusal({ code, details } as RefusalReason); // the overloads pair code and details
}
