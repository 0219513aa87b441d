import { and, gt, isNull, lt, or } from "drizzle-orm";
import { anyOf } from "#db/any-of.ts";
import { ago } from "#db/clock.ts";
import { db } from "#db/client.ts";
import { users } from "#db/schema/auth.ts";
import { tickets } from "#db/schema/tickets.ts";
import { Refusal } from "#kernel/refusal.ts";
import { report } from "#kernel/report.ts";
import { withdrawTicket } from "./withdraw-ticket.ts";

/** Of one run: the next begins a minute later. */
const batch = 200;

/**
 * Takes off the market what people offer who were switched off, but for what somebody is paying for: that comes free
 * within an hour. After two days nothing of theirs is left, and they are looked at no more.
 *
 * Refuses: nothing: what `withdrawTicket` refuses is left for the next run.
 */
export async function withdrawSwitchedOff(): Promise<void> {
  const people = await db()
    .select({ id: users.id })
    .from(users)
    .where(gt(users.switchedOffAt, ago("2 days")));
  if (people.length === 0) return;
  const offered = await db()
    .select({ ticketId: tickets.id, sellerId: tickets.userId, version: tickets.version })
    .from(tickets)
    .where(
      and(
        anyOf(
          tickets.userId,
          people.map(({ id }) => id),
        ),
        isNull(tickets.soldAt),
        isNull(tickets.withdrawnAt),
        or(isNull(tickets.orderId), lt(tickets.lockedUntil, ago("0"))),
      ),
    )
    .limit(batch);
  for (const { sellerId, ...ticket } of offered) {
    await withdrawTicket(sellerId, ticket).catch((error: unknown) => {
      if (!(error instanceof Refusal)) report("error", "a ticket was not withdrawn", { error });
    });
  }
}
