import { formatMoneyShort, type Money } from "#kernel/money.ts";

/** What tickets were sold for: "€40 to €55"; null when none was. The prices are in one currency. */
export function soldWords(prices: Money[]): string | null {
  const sorted = prices.toSorted((one, other) => one.amount - other.amount).map(formatMoneyShort);
  const ends = [...new Set([sorted.at(0), sorted.at(-1)])];
  return prices.length > 0 ? ends.join(" to ") : null;
}
