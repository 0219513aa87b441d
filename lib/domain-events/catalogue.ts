import { z } from "zod";
import { purposes } from "#db/schema/confirmations.ts";
import { actKinds } from "#db/schema/operator.ts";
import {
  actId,
  amount,
  chargeId,
  confirmationId,
  count,
  currency,
  eventId,
  moment,
  orderId,
  sessionId,
  stripeWord,
  subjectId,
  ticketId,
  userId,
  version,
} from "./facts.ts";

const order = {
  orderId,
  ticketId,
  buyerId: userId.meta({ description: "Whose order it is." }),
};
const charge = {
  chargeId,
  orderId,
  amount: amount.meta({ description: "What the buyer pays." }),
  currency,
};
const price = amount.meta({ description: "What the ticket costs." });

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
  "switched-off",
  "switched-on",
  "closed",
] as const;

/**
 * The catalogue of domain events: what each means, and its published versions, oldest first. A version is a schema; an
 * older one ends in a `.transform` to today's shape, the only one that subscribers see. Facts are ids, and values that
 * may change later (price, deadline, reason); personal data stays out. Who records each, who follows and how, stands in
 * docs/domain-events.md, which is made from this, the calls of `recordDomainEvent` and the list of subscriptions.
 */
export const domainEvents = {
  UserCreated: define("userId", "An account was opened: its email address was confirmed.", [
    z.object({ userId }),
  ]),
  UserUpdated: define("userId", "An account, or how its owner signs in, was changed.", [
    z.object({
      userId,
      version,
      changed: z.array(z.enum(changesOfUser)).meta({ description: "What of it." }),
    }),
  ]),
  ConfirmationRequested: define(
    "confirmationId",
    "Somebody is to be asked by email whether an address is theirs, or what was asked for is wanted.",
    [z.object({ confirmationId, purpose: z.enum(purposes).meta({ description: "What for." }) })],
  ),
  SignedInFromElsewhere: define(
    "userId",
    "Somebody signed in from a browser that the account does not know.",
    [z.object({ userId, sessionId })],
  ),
  TicketCreated: define("ticketId", "A ticket was listed.", [
    z.object({
      ticketId,
      eventId,
      sellerId: userId.meta({ description: "Who sells it." }),
      price,
      currency,
    }),
  ]),
  TicketUpdated: define("ticketId", "A ticket was edited, locked, unlocked or sold.", [
    z.discriminatedUnion("change", [
      z.object({ ticketId, change: z.literal("edited"), price, currency, version }),
      z.object({
        ticketId,
        change: z.literal("locked"),
        orderId,
        until: moment.meta({ description: "When the lock ends by itself." }),
      }),
      z.object({ ticketId, change: z.literal("unlocked"), orderId }),
      z.object({ ticketId, change: z.literal("sold"), orderId, price, currency }),
    ]),
  ]),
  TicketWithdrawn: define("ticketId", "A ticket was taken off the market by its seller.", [
    z.object({ ticketId, version }),
  ]),
  OrderCreated: define("orderId", "A buyer began to buy a ticket, and it was locked for them.", [
    z.object({
      ...order,
      price,
      currency,
      expiresAt: moment.meta({ description: "Until when it may be paid." }),
    }),
  ]),
  OrderAwaitingPayment: define("orderId", "The buyer opened the form to pay.", [
    z.object({ ...order, chargeId }),
  ]),
  OrderCompleted: define("orderId", "The ticket is the buyer's: it was paid in time.", [
    z.object({ ...order, price, currency }),
  ]),
  OrderCancelled: define(
    "orderId",
    "An order ended unpaid before its time, and its ticket is free.",
    [
      z.object({
        ...order,
        reason: z
          .enum(["buyer", "payment_failed", "event_over"])
          .meta({ description: "Who or what ended it." }),
      }),
    ],
  ),
  OrderExpired: define("orderId", "The time to pay ran out, and the ticket is free.", [
    z.object({ ...order, expiresAt: moment.meta({ description: "When it ran out." }) }),
  ]),
  ChargeCreated: define("chargeId", "A payment was begun at Stripe.", [z.object(charge)]),
  ChargeDeclined: define("chargeId", "The bank said no to a try to pay; more are left, or not.", [
    z.object({
      ...charge,
      declines: count.meta({ description: "How many tries were declined so far." }),
      failureCode: stripeWord.nullable().meta({ description: "Stripe's word for why." }),
    }),
  ]),
  ChargeCompleted: define("chargeId", "The money was taken, with the sale that it pays.", [
    z.object(charge),
  ]),
  ChargeFailed: define("chargeId", "A payment ended without money being taken.", [
    z.object({
      ...charge,
      failureCode: stripeWord.nullable().meta({ description: "Stripe's word for why." }),
    }),
  ]),
  ChargeRefunded: define("chargeId", "The buyer got all of the money back.", [
    z.object({ ...charge, stripeRefundId: stripeWord.meta({ description: "Stripe's refund." }) }),
  ]),
  ChargeRefundFailed: define(
    "chargeId",
    "Stripe could not give the money back: an operator must.",
    [
      z.object({
        ...charge,
        stripeRefundId: stripeWord.meta({ description: "Stripe's refund." }),
        failureReason: stripeWord.nullable().meta({ description: "Stripe's word for why." }),
      }),
    ],
  ),
  ChargeDisputed: define("chargeId", "The buyer's bank asks for the money back.", [
    z.object({
      ...charge,
      disputeStatus: stripeWord.meta({ description: "How the dispute stands, in Stripe's word." }),
    }),
  ]),
  RefundRequested: define("chargeId", "Money that was taken is to be given back.", [
    z.object(charge),
  ]),
  OperatorActed: define("subjectId", "An operator did something, and said why.", [
    z.object({
      subjectId: subjectId.meta({ description: "What it is about." }),
      actId,
      operatorId: userId.meta({ description: "Who did it." }),
      kind: z.enum(actKinds).meta({ description: "What was done." }),
    }),
  ]),
  StripeEventReceived: define("orderId", "Stripe said that something changed: it is to be asked.", [
    z.object({
      orderId,
      stripeEventId: stripeWord.meta({ description: "Stripe's event." }),
      type: stripeWord.meta({ description: "What of, in Stripe's word." }),
    }),
  ]),
} as const;

/** `subject` names the fact that says what it is about; `versions` are its published schemas, oldest first. */
function define<Subject extends string, Schema extends z.ZodType<Record<Subject, string>>>(
  subject: Subject,
  meaning: string,
  versions: readonly [Schema, ...Schema[]],
) {
  return { subject, meaning, versions };
}
