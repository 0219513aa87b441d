import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { eventState, upcomingEvent } from "#lib/events/event-state.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { isOnMarket, onMarket, saleState, saleStates } from "./sale-state.ts";

useDatabase();

const at = new Date("2026-11-22T20:15:00.000Z");
const off = (milliseconds: number) => new Date(at.getTime() + milliseconds);
const moments = [null, off(-1), at, off(1)];
const situations = moments.flatMap((lockedUntil) =>
  [null, off(-60_000)].flatMap((soldAt) =>
    [null, off(-60_000)].flatMap((withdrawnAt) =>
      [off(-1), at, off(1)].flatMap((startsAt) =>
        [null, off(-60_000)].map((cancelledAt) => ({
          ticket: { lockedUntil, soldAt, withdrawnAt },
          event: { startsAt, cancelledAt },
        })),
      ),
    ),
  ),
);
type Situation = (typeof situations)[number];

/** What the SQL twins say of a ticket and an event that stand in no table. */
async function askDatabase({ ticket, event }: Situation) {
  const moment = (date: Date | null) => sql`${date?.toISOString() ?? null}::timestamptz`;
  const [row] = await db().execute<{ market: boolean; upcoming: boolean }>(sql`
    select ${onMarket(moment(at))} as market, ${upcomingEvent(moment(at))} as upcoming
    from (select ${moment(ticket.lockedUntil)} as locked_until, ${moment(ticket.soldAt)} as sold_at,
      ${moment(ticket.withdrawnAt)} as withdrawn_at) as tickets,
      (select ${moment(event.startsAt)} as starts_at, ${moment(event.cancelledAt)} as cancelled_at) as events`);
  return row;
}

test("SQL and TypeScript agree in every situation", async () => {
  for (const situation of situations) {
    const { ticket, event } = situation;
    const market = isOnMarket(saleState(ticket, event, at));
    const upcoming = eventState(event, at) === "upcoming";
    expect({ situation, ...(await askDatabase(situation)) }).toEqual({
      situation,
      market,
      upcoming,
    });
  }
});

test("the situations tell apart every state there is", () => {
  const states = situations.map(({ ticket, event }) => saleState(ticket, event, at));
  expect(new Set(states)).toEqual(new Set(saleStates));
});

const free = { lockedUntil: null, soldAt: null, withdrawnAt: null };
const tomorrow = { startsAt: off(24 * 60 * 60 * 1000), cancelledAt: null };

test("a ticket can be bought until its event begins, to the millisecond, or is called off", () => {
  const begins = { ...tomorrow, startsAt: at };
  expect(saleState(free, tomorrow, at)).toBe("available");
  expect([saleState(free, begins, off(-1)), saleState(free, begins, at)]).toEqual([
    "available",
    "begun",
  ]);
  expect(saleState(free, { ...tomorrow, cancelledAt: at }, at)).toBe("called-off");
});

test("called off is told before begun and before a lock; sold and withdrawn stay so", () => {
  const over = { startsAt: off(-1), cancelledAt: off(-2) };
  expect(saleState({ ...free, lockedUntil: off(1) }, over, at)).toBe("called-off");
  expect(saleState({ ...free, soldAt: off(-9) }, over, at)).toBe("sold");
  expect(saleState({ ...free, withdrawnAt: off(-9) }, over, at)).toBe("withdrawn");
});
