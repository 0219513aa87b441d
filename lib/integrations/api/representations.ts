import { z } from "zod";
import { cancelReasons } from "#db/schema/orders.ts";
import { categories } from "#kernel/categories.ts";
import { currencies } from "#kernel/money.ts";
import type { OrderStatus } from "#kernel/order-lifecycle.ts";
import { eventStates } from "#lib/events/event-state.ts";
import { ticketStates } from "#lib/tickets/ticket-state.ts";

// What the API answers and takes, once: the answers are made to fit, and the OpenAPI document is made of it.

const orderStatuses = [
  "created",
  "awaiting_payment",
  "completed",
  "cancelled",
] as const satisfies OrderStatus[];

const moment = z.iso.datetime().meta({ description: "A moment in UTC, to the millisecond." });
const perhaps = (schema: z.ZodType<string>) => schema.nullable();
const page = z.url().meta({ description: "The page about it, for people." });

const money = z
  .strictObject({
    amount: z.int().meta({
      description: "In minor units: cents of euros, yen of yen; of krónur and forint, hundredths.",
    }),
    currency: z.enum(currencies).meta({ description: "ISO 4217, in lower case." }),
  })
  .meta({ description: "An amount of money. Never a fraction." });

const event = z
  .strictObject({
    id: z.uuid(),
    url: page,
    title: z.string(),
    category: z.enum(categories),
    venue: z.string(),
    city: z.string(),
    country: z.string().meta({ description: "ISO 3166-1 alpha-2." }),
    timeZone: z.string().meta({ description: "The venue's, by its IANA name." }),
    startsAt: moment,
    state: z.enum(eventStates),
  })
  .meta({ description: "What people attend: a concert, a match, a play." });

const ticket = z
  .strictObject({
    id: z.uuid(),
    url: page,
    eventId: z.uuid(),
    title: z.string(),
    section: z.string().nullable(),
    row: z.string().nullable(),
    seat: z.string().nullable(),
    admits: z.int().meta({ description: "How many people it lets in." }),
    price: money,
    state: z.enum(ticketStates),
    lockedUntil: perhaps(moment).meta({
      description:
        "Of a locked ticket, when it may come free; null once its payment is being finished.",
    }),
    soldAt: perhaps(moment),
    withdrawnAt: perhaps(moment),
    version: z.int().meta({ description: "Counts changes to the listing." }),
    createdAt: moment,
    updatedAt: moment,
  })
  .meta({ description: "A ticket that you offer, or offered." });

const order = z
  .strictObject({
    id: z.uuid(),
    url: page,
    ticketId: z.uuid(),
    eventId: z.uuid(),
    status: z.enum(orderStatuses),
    endedFor: z.enum(cancelReasons).nullable().meta({
      description: "Why it is over unpaid, also in the moments before its status says so.",
    }),
    price: money,
    refunded: money
      .nullable()
      .meta({ description: "What was given back, once Stripe has done so." }),
    expiresAt: moment,
    createdAt: moment,
    completedAt: perhaps(moment),
    cancelledAt: perhaps(moment),
  })
  .meta({ description: "Your attempt to buy one ticket." });

const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({
    items: z.array(item),
    next: z.url().nullable().meta({ description: "The page after this one; null on the last." }),
  });

const problem = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: "Why, and what to do next." }),
    errors: z
      .array(z.object({ parameter: z.string(), detail: z.string() }))
      .optional()
      .meta({ description: "What is wrong with which parameter." }),
  })
  .meta({ description: "Why something was refused (RFC 9457)." });

/** Everything that is answered, by its name in the document. */
export const representations = {
  Money: money,
  Event: event,
  Ticket: ticket,
  Order: order,
  EventPage: pageOf(event),
  TicketPage: pageOf(ticket),
  OrderPage: pageOf(order),
  Problem: problem,
};
export type RepresentationName = keyof typeof representations;
export type Representation<Name extends RepresentationName> = z.output<
  (typeof representations)[Name]
>;

/** What a list is asked with. */
export const listQuery = z.object({
  limit: z.coerce
    .number("Give a whole number from 1 to 100.")
    .int("Give a whole number from 1 to 100.")
    .min(1, "Give a whole number from 1 to 100.")
    .max(100, "Give a whole number from 1 to 100.")
    .default(25)
    .meta({ description: "How many there are on a page at most." }),
  cursor: z
    .string()
    .max(400, "Follow `next` of the page before: this is no cursor of ours.")
    .optional()
    .meta({
      description: "Where the page begins. Take `next` as it is: what it holds may change.",
    }),
});
export type ListQuery = z.output<typeof listQuery>;
