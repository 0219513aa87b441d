import { z } from "zod";
import { purposes } from "#db/schema/confirmations.ts";
import { idSchema } from "#kernel/ids.ts";

const userId = idSchema<"user">();
const ticketId = idSchema<"ticket">();
const orderId = idSchema<"order">();
const chargeId = idSchema<"charge">();
const eventId = idSchema<"event">();
const confirmationId = idSchema<"confirmation">();
const sessionId = idSchema<"session">();
const amount = z.int().positive();
const currency = z.string().length(3);
const moment = z.coerce.date();
/** What of an account can change. */
const changesOfUser = [
  "name",
  "email",
  "password",
  "email-verified",
  "passkey-added",
  "passkey-removed",
  "second-factor-on",
  "second-factor-off",
  "recovery-codes-renewed",
  "recovery-code-used",
  "access-token-made",
  "closed",
] as const;
const order = { orderId, ticketId, buyerId: userId };
const charge = { chargeId, orderId, amount, currency };

/**
 * The catalogue of domain events, each with its published versions, oldest first. A version is a schema; an older
 * one ends in a `.transform` to today's shape, the only one that subscribers see. Facts are ids, and values that may
 * change later (price, deadline, reason); personal data stays out.
 */
export const domainEvents = {
  UserCreated: define("userId", [z.object({ userId })]),
  UserUpdated: define("userId", [
    z.object({
      userId,
      version: z.int(),
      changed: z.array(z.enum(changesOfUser)),
    }),
  ]),
  ConfirmationRequested: define("confirmationId", [
    z.object({ confirmationId, purpose: z.enum(purposes) }),
  ]),
  SignedInFromElsewhere: define("userId", [z.object({ userId, sessionId })]),
  TicketCreated: define("ticketId", [
    z.object({ ticketId, eventId, sellerId: userId, price: amount, currency }),
  ]),
  TicketUpdated: define("ticketId", [
    z.discriminatedUnion("change", [
      z.object({
        ticketId,
        change: z.literal("edited"),
        price: amount,
        currency,
        version: z.int(),
      }),
      z.object({ ticketId, change: z.literal("locked"), orderId, until: moment }),
      z.object({ ticketId, change: z.literal("unlocked"), orderId }),
      z.object({ ticketId, change: z.literal("sold"), orderId, price: amount, currency }),
    ]),
  ]),
  TicketWithdrawn: define("ticketId", [z.object({ ticketId, version: z.int() })]),
  OrderCreated: define("orderId", [
    z.object({ ...order, price: amount, currency, expiresAt: moment }),
  ]),
  OrderAwaitingPayment: define("orderId", [z.object({ ...order, chargeId })]),
  OrderCompleted: define("orderId", [z.object({ ...order, price: amount, currency })]),
  OrderCancelled: define("orderId", [
    z.object({ ...order, reason: z.enum(["buyer", "payment_failed", "event_over"]) }),
  ]),
  OrderExpired: define("orderId", [z.object({ ...order, expiresAt: moment })]),
  ChargeCreated: define("chargeId", [z.object(charge)]),
  ChargeDeclined: define("chargeId", [
    z.object({ ...charge, declines: z.int().positive(), failureCode: z.string().nullable() }),
  ]),
  ChargeCompleted: define("chargeId", [z.object(charge)]),
  ChargeFailed: define("chargeId", [z.object({ ...charge, failureCode: z.string().nullable() })]),
  ChargeRefunded: define("chargeId", [z.object({ ...charge, stripeRefundId: z.string() })]),
  ChargeRefundFailed: define("chargeId", [
    z.object({ ...charge, stripeRefundId: z.string(), failureReason: z.string().nullable() }),
  ]),
  ChargeDisputed: define("chargeId", [z.object({ ...charge, disputeStatus: z.string() })]),
  RefundRequested: define("chargeId", [z.object(charge)]),
  StripeEventReceived: define("orderId", [
    z.object({ orderId, stripeEventId: z.string(), type: z.string() }),
  ]),
} as const;

type DomainEvents = typeof domainEvents;
export type DomainEventType = keyof DomainEvents;
export const domainEventTypes = Object.keys(domainEvents) as DomainEventType[]; // keys of the literal above

/** The facts a domain event of this type carries, in today's shape. */
export type DomainEventData<Type extends DomainEventType> = z.output<
  DomainEvents[Type]["versions"][number]
>;

export type DomainEvent<Type extends DomainEventType = DomainEventType> = {
  [T in Type]: { id: string; type: T; occurredAt: Date; data: DomainEventData<T> };
}[Type];

export function currentVersion(type: DomainEventType): number {
  return domainEvents[type].versions.length;
}

/** The id of what the facts are about. */
export function subjectOf<Type extends DomainEventType>(
  type: Type,
  facts: DomainEventData<Type>,
): string {
  const named: Record<string, unknown> = facts;
  return String(named[domainEvents[type].subject]); // `define` requires it of every schema
}

/** Reads stored facts of any published version into today's shape. Throws when the version or its facts are unknown. */
export function parseDomainEventData<Type extends DomainEventType>(
  type: Type,
  version: number,
  data: unknown,
): DomainEventData<Type> {
  const schema = domainEvents[type].versions[version - 1];
  if (!schema) throw new Error(`${type} has no version ${version}.`);
  return schema.parse(data) as DomainEventData<Type>; // the schema was found under this type's name
}

export function isDomainEventType(text: string): text is DomainEventType {
  return Object.hasOwn(domainEvents, text); // `in` would find `constructor`
}

/** `subject` names the fact that says what it is about; `versions` are its published schemas, oldest first. */
function define<Subject extends string, Schema extends z.ZodType<Record<Subject, string>>>(
  subject: Subject,
  versions: readonly [Schema, ...Schema[]],
) {
  return { subject, versions };
}
