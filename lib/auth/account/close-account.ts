import { and, eq, isNull, or, sql } from "drizzle-orm";
import { readClock } from "#db/clock.ts";
import { liveOrder } from "#db/order-state.ts";
import { sessions, signInPlaces } from "#db/schema/auth.ts";
import { confirmations } from "#db/schema/confirmations.ts";
import { events } from "#db/schema/events.ts";
import { orders } from "#db/schema/orders.ts";
import { passkeys } from "#db/schema/second-factors.ts";
import { tickets } from "#db/schema/tickets.ts";
import { inTransaction, type Tx } from "#db/transaction.ts";
import type { UserId } from "#kernel/ids.ts";
import { refuse } from "#kernel/refusal.ts";
import { upcomingEvent } from "#lib/events/event-state.ts";
import { removeIntegrations } from "#lib/integrations/remove-integrations.ts";
import { nobodysHash } from "../passwords/password.ts";
import { type IdentityProof, proveIdentity, withProof } from "../proof/prove-identity.ts";
import { removeSecondFactor } from "../second-factor/remove-second-factor.ts";
import type { Self } from "../sessions/self.ts";
import { lockUser, updateUser } from "./update-user.ts";

export const closeAccountInput = withProof({});

/**
 * Closes an account for good: what says who it was is erased, and its row stays for the orders that name it. The row lock
 * keeps out what is bought and sold meanwhile: it is there before and stands in the way, or it is refused.
 *
 * Refuses: what `proveIdentity`, `lockUser` and `updateUser` refuse; `account-in-use`, with all that stands in the way;
 * `busy` when the row lock cannot be had in time.
 */
export async function closeAccount(self: Self, proof: IdentityProof): Promise<void> {
  await proveIdentity(self, proof);
  await inTransaction(async (tx) => {
    const { id, email } = await lockUser(tx, self.id);
    const obstacles = await listObstacles(tx, id);
    if (obstacles.length > 0) refuse("account-in-use", { obstacles });
    const at = await readClock(tx);
    await updateUser(tx, id, { ...tombstoneOf(id), closedAt: at }, { at, changed: ["closed"] });
    await tx.delete(sessions).where(eq(sessions.userId, id));
    await tx.delete(passkeys).where(eq(passkeys.userId, id));
    await removeSecondFactor(tx, id);
    await removeIntegrations(tx, id);
    await tx.delete(signInPlaces).where(eq(signInPlaces.userId, id));
    await tx
      .delete(confirmations)
      .where(or(eq(confirmations.userId, id), eq(confirmations.email, email)));
  });
}

/** The domain is one that can have no mailbox (RFC 2606). */
function tombstoneOf(id: UserId) {
  const email = `${id}@closed.invalid`;
  return { name: "Closed account", email, passwordHash: nobodysHash, emailVerifiedAt: null };
}

/** Sentences, each with what to do about it. */
async function listObstacles(tx: Tx, userId: UserId): Promise<string[]> {
  const count = sql<number>`count(*)::int`;
  const [offered] = await tx
    .select({ count })
    .from(tickets)
    .innerJoin(events, eq(events.id, tickets.eventId))
    .where(
      and(
        eq(tickets.userId, userId),
        isNull(tickets.soldAt),
        isNull(tickets.withdrawnAt),
        or(upcomingEvent(), sql`${tickets.orderId} is not null`),
      ),
    );
  const [live] = await tx
    .select({ count })
    .from(orders)
    .where(and(eq(orders.userId, userId), liveOrder));
  return [
    ...(offered?.count
      ? [
          `${inWords(offered.count, "ticket is", "tickets are")} on the market: withdraw what you offer.`,
        ]
      : []),
    ...(live?.count
      ? [
          `${inWords(live.count, "order is", "orders are")} waiting for payment: pay or cancel first.`,
        ]
      : []),
  ];
}

function inWords(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
