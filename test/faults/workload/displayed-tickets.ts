import { and, asc, isNull } from "drizzle-orm";
import { setTimeout as pause } from "node:timers/promises";
import { db } from "#db/client.ts";
import { tickets } from "#db/schema/tickets.ts";
import type { Random } from "../random.ts";

export type Displayed = typeof tickets.$inferSelect;

/** Few, so that many want the same. */
const onDisplay = 60;
const everyMilliseconds = 250;
let displayed: Displayed[] = [];

/** Keeps the shop window up to date until `signal` aborts. A page shows what it showed: prices may be old by then. */
export async function keepDisplaying(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    displayed = await db()
      .select()
      .from(tickets)
      .where(and(isNull(tickets.soldAt), isNull(tickets.withdrawnAt)))
      .orderBy(asc(tickets.id))
      .limit(onDisplay)
      .catch(() => displayed); // no database: the page stays as it is
    await pause(everyMilliseconds, undefined, { signal }).catch(() => {});
  }
}

/** A ticket that a person looks at: the first ones are looked at most. */
export function lookAtSome(random: Random): Displayed | undefined {
  return displayed[Math.floor(random.between(0, 1) ** 2 * displayed.length)];
}
