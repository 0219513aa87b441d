import { and, asc, eq, inArray, isNull, not, sql } from "drizzle-orm";
import { anyOf } from "#db/any-of.ts";
import { events } from "#db/schema/events.ts";
import { marketChanges, marketEvents } from "#db/schema/market-events.ts";
import { tickets } from "#db/schema/tickets.ts";
import { inTransaction, type Tx } from "#db/transaction.ts";
import type { EventId } from "#kernel/ids.ts";
import { roughWorth } from "#kernel/rough-worth.ts";
import { foldText } from "#kernel/text.ts";
import { wordsToFind } from "#kernel/words-to-find.ts";
import { tellEventsChanged } from "#lib/market-news/tell-market-news.ts";
import { upcomingEvent } from "../event-state.ts";
import { learnWords } from "./learn-words.ts";

/** A ticket's title is one of these, or it is found by its event alone. */
const mostTitles = 50;

/** Changes of one transaction: some milliseconds of work. */
const batch = 500;

/**
 * Makes the rows of `market_events` anew for events that are marked as changed, and takes the marks away: in one
 * transaction, so that a change is either seen or still marked. Returns how many marks it took.
 *
 * Refuses: `busy` when the database keeps it waiting.
 */
export async function refreshMarket(): Promise<number> {
  return inTransaction(
    async (tx) => {
      const marks = await takeMarks(tx);
      const eventIds = [...new Set(marks.map(({ eventId }) => eventId))].toSorted();
      if (eventIds.length > 0) {
        await takeTurns(tx, eventIds);
        const rows = await readMarkets(tx, eventIds);
        const changed = await writeRows(tx, eventIds, rows);
        await learnWords(tx, rows);
        await tellEventsChanged(tx, changed);
      }
      return marks.length;
    },
    { repeatable: true }, // rows are made anew each time
  );
}

function takeMarks(tx: Tx) {
  const oldest = tx
    .select({ id: marketChanges.id })
    .from(marketChanges)
    .orderBy(asc(marketChanges.id))
    .limit(batch)
    .for("update", { skipLocked: true });
  return tx
    .delete(marketChanges)
    .where(inArray(marketChanges.id, oldest))
    .returning({ eventId: marketChanges.eventId });
}

/**
 * Whoever refreshes the same event at the same time takes turns, in one order, and reads after its turn has come: what
 * was read first is not written last.
 */
async function takeTurns(tx: Tx, eventIds: readonly EventId[]): Promise<void> {
  await tx.execute(sql`
    select pg_advisory_xact_lock(hashtext('market_events'), hashtext(id::text))
    from unnest(${`{${eventIds.join()}}`}::uuid[]) as ids (id)`);
}

/** One row for each event that has a market. */
async function readMarkets(tx: Tx, eventIds: readonly EventId[]): Promise<MarketRow[]> {
  const parts = await selectParts(tx, eventIds);
  return [...Map.groupBy(parts, ({ eventId }) => eventId).values()].map(rowOf);
}

function selectParts(tx: Tx, eventIds: readonly EventId[]) {
  const held = sql`${tickets.lockedUntil} > (select clock_timestamp())`;
  return tx
    .select({
      eventId: events.id,
      title: events.title,
      venue: events.venue,
      city: events.city,
      category: events.category,
      startsAt: events.startsAt,
      currency: tickets.currency,
      price: sql<number>`min(${tickets.price})`,
      available: sql<number>`(count(*) filter (where (${held}) is not true))::int`,
      held: sql<number>`(count(*) filter (where ${held}))::int`,
      listedAt: sql`max(${tickets.createdAt})`.mapWith(tickets.createdAt),
      admits: sql<number[]>`to_jsonb(array_agg(distinct ${tickets.admits}))`,
      titles: sql<
        string[]
      >`(array_agg(distinct ${tickets.title}))[1:${sql.raw(String(mostTitles))}]`,
    })
    .from(events)
    .innerJoin(tickets, eq(tickets.eventId, events.id))
    .where(
      and(
        anyOf(events.id, eventIds),
        upcomingEvent(sql`(select clock_timestamp())`),
        isNull(tickets.soldAt),
        isNull(tickets.withdrawnAt),
      ),
    )
    .groupBy(events.id, tickets.currency);
}

type MarketRow = ReturnType<typeof rowOf>;

type Part = Awaited<ReturnType<typeof selectParts>>[number];

/** One event's tickets of several currencies in one row: what the cheapest of them costs, whatever it is paid in. */
function rowOf(parts: Part[]) {
  const byWorth = parts
    .map((part) => ({
      ...part,
      worth: roughWorth({ amount: part.price, currency: part.currency }),
    }))
    .toSorted((one, other) => one.worth - other.worth);
  const [first] = byWorth;
  if (!first) throw new Error("A market has tickets.");
  const { eventId, category, startsAt, title, venue, city } = first;
  return {
    event_id: eventId,
    category,
    city_folded: foldText(city),
    starts_at: startsAt,
    available: parts.reduce((sum, part) => sum + part.available, 0),
    held: parts.reduce((sum, part) => sum + part.held, 0),
    from_price: first.price,
    from_currency: first.currency,
    from_worth: first.worth,
    listed_at: new Date(Math.max(...parts.map((part) => part.listedAt.getTime()))),
    admits: [...new Set(parts.flatMap((part) => part.admits))].toSorted((a, b) => a - b),
    event_words: wordsToFind([title, venue, city]).join(" "),
    ticket_words: wordsToFind(parts.flatMap((part) => part.titles)).join(" "),
  };
}

/** What has not changed is not written, so that no dead row is left behind. Returns the events whose row has changed. */
async function writeRows(
  tx: Tx,
  eventIds: readonly EventId[],
  rows: MarketRow[],
): Promise<EventId[]> {
  const there = rows.map(({ event_id: id }) => id);
  const gone = await tx
    .delete(marketEvents)
    .where(and(anyOf(marketEvents.eventId, eventIds), not(anyOf(marketEvents.eventId, there))))
    .returning({ eventId: marketEvents.eventId });
  const left = gone.map(({ eventId }) => eventId);
  if (rows.length === 0) return left;
  const changed = await tx.execute<{ event_id: EventId }>(sql`
    insert into ${marketEvents} as before (${written})
    select ${written} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as rows (
      event_id uuid, category text, city_folded text, starts_at timestamptz, available int, held int, from_price int,
      from_currency text, from_worth int, listed_at timestamptz, admits int[], event_words text, ticket_words text)
    on conflict (event_id) do update set
      available = excluded.available, held = excluded.held, from_price = excluded.from_price,
      from_currency = excluded.from_currency, from_worth = excluded.from_worth, listed_at = excluded.listed_at,
      admits = excluded.admits, event_words = excluded.event_words, ticket_words = excluded.ticket_words,
      refreshed_at = clock_timestamp()
    where (before.available, before.held, before.from_price, before.from_currency, before.from_worth, before.listed_at,
      before.admits, before.event_words, before.ticket_words) is distinct from
      (excluded.available, excluded.held, excluded.from_price, excluded.from_currency, excluded.from_worth,
      excluded.listed_at, excluded.admits, excluded.event_words, excluded.ticket_words)
    returning event_id`);
  return [...left, ...changed.map(({ event_id: eventId }) => eventId)];
}

const written = sql.raw(
  `event_id, category, city_folded, starts_at, available, held, from_price, from_currency, from_worth, listed_at,
    admits, event_words, ticket_words`,
);
