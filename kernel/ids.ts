import { v7 } from "uuid";
import { z } from "zod";

declare const brand: unique symbol;

/** A UUIDv7 that knows what it identifies, so that an order's id cannot be passed for a ticket's. */
export type Id<Of extends string> = string & { readonly [brand]: Of };

export type UserId = Id<"user">;
export type SessionId = Id<"session">;
export type EventId = Id<"event">;
export type TicketId = Id<"ticket">;
export type OrderId = Id<"order">;
export type ChargeId = Id<"charge">;
export type RefundId = Id<"refund">;
export type ConfirmationId = Id<"confirmation">;
export type PasskeyId = Id<"passkey">;
export type OperatorActId = Id<"operator-act">;
export type AccessTokenId = Id<"access-token">;
export type DomainEventId = Id<"domain-event">;

/** A new id. UUIDv7 sorts by time, which keeps inserts into an index close together. */
export function newId<Of extends string>(): Id<Of> {
  return v7() as Id<Of>; // the one place where a plain string becomes an id unchecked
}

/** The zod schema of an id coming from outside: any UUID, lower-cased. */
export function idSchema<Of extends string>() {
  return z
    .uuid()
    .toLowerCase()
    .transform((text) => text as Id<Of>); // a UUID, as was just checked
}

/** The id in `text`, or null when it is not one. For addresses: a malformed id is simply not found. */
export function parseId<Of extends string>(text: string): Id<Of> | null {
  return idSchema<Of>().safeParse(text).data ?? null;
}
