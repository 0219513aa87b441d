import { asc, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { sessions, users } from "#db/schema/auth.ts";
import { events } from "#db/schema/events.ts";
import { orders } from "#db/schema/orders.ts";
import { charges } from "#db/schema/payments.ts";
import { secondFactors } from "#db/schema/second-factors.ts";
import { tickets } from "#db/schema/tickets.ts";
import type { UserId } from "#kernel/ids.ts";
import { listAccessTokens } from "#lib/integrations/tokens/list-access-tokens.ts";
import { listPasskeys } from "../passkeys/list-passkeys.ts";

/**
 * Everything we keep about a person, as they may take it with them. Money is in minor units of its currency; what only
 * guards the account (hashes) is left out, and so is what other people are called.
 */
export async function exportAccount(userId: UserId) {
  const [[account], signedIn, passkeys, [authenticatorApp], accessTokens, listings, bought] =
    await Promise.all([
      selectAccount(userId),
      selectSessions(userId),
      listPasskeys(userId),
      selectSecondFactor(userId),
      listAccessTokens(userId),
      selectListings(userId),
      selectBought(userId),
    ]);
  return { account, signedIn, passkeys, authenticatorApp, accessTokens, listings, orders: bought };
}

function selectAccount(userId: UserId) {
  const { id, name, email, emailVerifiedAt, createdAt, updatedAt } = users;
  return db()
    .select({ id, name, email, emailVerifiedAt, createdAt, updatedAt })
    .from(users)
    .where(eq(users.id, userId));
}

function selectSecondFactor(userId: UserId) {
  const { createdAt, confirmedAt } = secondFactors;
  return db()
    .select({ createdAt, confirmedAt })
    .from(secondFactors)
    .where(eq(secondFactors.userId, userId));
}

function selectSessions(userId: UserId) {
  const { createdAt, lastSeenAt, expiresAt, revokedAt, userAgent, signedInBy } = sessions;
  return db()
    .select({ createdAt, lastSeenAt, expiresAt, revokedAt, userAgent, signedInBy })
    .from(sessions)
    .where(eq(sessions.userId, userId))
    .orderBy(asc(createdAt));
}

function selectListings(userId: UserId) {
  const { id, title, price, currency, section, row, seat, admits } = tickets;
  const { createdAt, soldAt, withdrawnAt } = tickets;
  return db()
    .select({
      id,
      event: events.title,
      startsAt: events.startsAt,
      title,
      price,
      currency,
      section,
      row,
      seat,
      admits,
      createdAt,
      soldAt,
      withdrawnAt,
    })
    .from(tickets)
    .innerJoin(events, eq(events.id, tickets.eventId))
    .where(eq(tickets.userId, userId))
    .orderBy(asc(createdAt));
}

function selectBought(userId: UserId) {
  const { id, ticketId, status, cancelReason, price, currency } = orders;
  const { createdAt, completedAt, cancelledAt } = orders;
  const { cardBrand, cardLast4 } = charges;
  const what = { ticketId, event: events.title, startsAt: events.startsAt, ticket: tickets.title };
  const when = { createdAt, completedAt, cancelledAt };
  const paid = { price, currency, payment: charges.status, cardBrand, cardLast4 };
  return db()
    .select({ id, ...what, status, cancelReason, ...when, ...paid })
    .from(orders)
    .innerJoin(tickets, eq(tickets.id, ticketId))
    .innerJoin(events, eq(events.id, tickets.eventId))
    .leftJoin(charges, eq(charges.orderId, id))
    .where(eq(orders.userId, userId))
    .orderBy(asc(createdAt));
}
