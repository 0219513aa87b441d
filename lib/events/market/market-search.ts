import { z } from "zod";
import { categories } from "#kernel/categories.ts";
import { currencySchema, parsePrice } from "#kernel/money.ts";
import { roughWorth } from "#kernel/rough-worth.ts";
import { foldText } from "#kernel/text.ts";
import { searchWords } from "#kernel/text-fields.ts";

export const sorts = ["soonest", "cheapest", "newest"] as const;
export type Sort = (typeof sorts)[number];

export const times = ["tonight", "weekend"] as const;
export type Time = (typeof times)[number];

const longestLine = 120;
const line = z.string().transform((typed) => searchWords(typed, longestLine));
/** What is sent twice, or is no value of its kind, is as if it were not there. */
const ifGiven = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);

/** What people look for, as an address says it. Anything may stand in an address: what makes no sense is left out. */
export const marketSearch = z.object({
  q: line.catch(""),
  category: ifGiven(z.enum(categories)),
  city: ifGiven(line),
  when: ifGiven(z.enum(times)),
  /** Days at the event's place, the first and the last. */
  from: ifGiven(z.iso.date()),
  to: ifGiven(z.iso.date()),
  /** The highest price, as typed, in `currency`. */
  max: ifGiven(z.string().trim().max(20)),
  currency: currencySchema.catch("eur"),
  admits: ifGiven(z.coerce.number().int().min(1).max(20)),
  sort: z.enum(sorts).catch("soonest"),
});
export type MarketSearch = z.output<typeof marketSearch>;

/** About how many euro cents a ticket may cost; null where no price is asked for, or none that can be read. */
export function mostWorth({ max, currency }: MarketSearch): number | null {
  if (!max) return null;
  const amount = parsePrice(max, currency);
  if (typeof amount === "number") return roughWorth({ amount, currency });
  return amount === "too-small" ? 0 : null;
}

/** Whether anything is asked for besides an order. */
export function isNarrowed(search: MarketSearch): boolean {
  const { q, category, city, when, from, to, max, admits } = search;
  return [q, category, city, when, from, to, max, admits].some(Boolean);
}

export function foldedCity({ city }: MarketSearch): string | null {
  return city ? foldText(city) : null;
}
