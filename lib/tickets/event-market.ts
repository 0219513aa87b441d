import { and, desc, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { lookingDb } from "#db/client.ts";
import { tickets } from "#db/schema/tickets.ts";
import type { EventId } from "#kernel/ids.ts";
import type { Currency, Money } from "#kernel/money.ts";
import { foldText } from "#kernel/text.ts";

/** A section that tickets are offered in, by its usual name and every way its sellers spell it. */
export type OfferedSection = { name: string; spellings: string[]; count: number };

/** What is on the market of an event, as a whole. */
export type EventMarket = {
  /** Tickets that can be bought, and those that somebody is paying for. */
  available: number;
  held: number;
  /** The lowest price in each currency. */
  lowest: Money[];
  sections: OfferedSection[];
  /** The numbers of people that tickets admit, and how many tickets do. */
  admits: { people: number; count: number }[];
};

/** More currencies, numbers and sections than an event has; of sections the rarest are left out. */
const mostGroups = 1000;

/** Tickets of an upcoming event that are on the market: its own state is its page's to know. */
export function offeredFor(eventId: EventId): SQL | undefined {
  return and(eq(tickets.eventId, eventId), isNull(tickets.soldAt), isNull(tickets.withdrawnAt));
}

/** What is on the market of an event that is upcoming. Its tickets are read once and counted three ways. */
export async function readEventMarket(eventId: EventId): Promise<EventMarket> {
  return summaryOf(await countOffered(eventId));
}

export function countOffered(eventId: EventId) {
  const count = sql<number>`count(*)::int`;
  const { currency, admits, section } = tickets;
  return lookingDb()
    .select({
      currency: sql<Currency | null>`${currency}`,
      people: sql<number | null>`${admits}`,
      section: sql<string | null>`${section}`,
      lowest: sql<number>`min(${tickets.price})::int`,
      held: sql<number>`(count(*) filter (where ${tickets.lockedUntil} > clock_timestamp()))::int`,
      count,
    })
    .from(tickets)
    .where(offeredFor(eventId))
    .groupBy(sql`grouping sets ((${currency}), (${admits}), (${section}))`)
    .orderBy(sql`${section} is not null`, desc(count), section)
    .limit(mostGroups);
}

type Group = {
  currency: Currency | null;
  people: number | null;
  section: string | null;
  lowest: number;
  held: number;
  count: number;
};

/** Each group is of one currency, of one number of people, or of one section; the others of it are null. */
function summaryOf(groups: Group[]): EventMarket {
  const market: EventMarket = { available: 0, held: 0, lowest: [], sections: [], admits: [] };
  const sections = new Map<string, OfferedSection>();
  for (const { currency, people, section, lowest, held, count } of groups) {
    if (currency) {
      market.available += count - held;
      market.held += held;
      market.lowest.push({ amount: lowest, currency });
    }
    if (people) market.admits.push({ people, count });
    if (section) addSection(sections, section, count);
  }
  const { compare } = new Intl.Collator("en", { numeric: true });
  market.sections = [...sections.values()].toSorted((a, b) => compare(a.name, b.name));
  market.admits.sort((one, other) => one.people - other.people);
  return market;
}

function addSection(sections: Map<string, OfferedSection>, spelling: string, count: number): void {
  const folded = foldText(spelling);
  const known = sections.get(folded);
  if (!known) return void sections.set(folded, { name: spelling, spellings: [spelling], count });
  known.spellings.push(spelling);
  known.count += count;
}

/** As many as show what a ticket is worth just now. */
const lately = 5;

/** What tickets of an event were last sold for, the newest sale first, in the currency of that one. */
export async function listSoldPrices(eventId: EventId): Promise<Money[]> {
  const sold = await selectLatelySold(eventId);
  return sold.filter(({ currency }) => currency === sold[0]?.currency);
}

export function selectLatelySold(eventId: EventId) {
  return lookingDb()
    .select({ amount: tickets.price, currency: tickets.currency })
    .from(tickets)
    .where(and(eq(tickets.eventId, eventId), isNotNull(tickets.soldAt)))
    .orderBy(desc(tickets.soldAt), desc(tickets.id))
    .limit(lately);
}
