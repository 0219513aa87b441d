import { formatMoneyShort, type Money } from "#kernel/money.ts";
import type { EventMarket } from "#lib/tickets/event-market.ts";

/** "from €42 · 12 available · 3 being paid for", and what tickets were sold for lately. */
export function MarketLine({ market, sold }: { market: EventMarket; sold: Money[] }) {
  const { available, held, lowest } = market;
  const counts = [available > 0 && `${available} available`, held > 0 && `${held} being paid for`];
  return (
    <>
      {lowest.length > 0 && (
        <p className="tabular mt-2">
          {lowest.map((price, index) => (
            <span key={price.currency} className="font-semibold whitespace-nowrap">
              {index === 0 ? "from " : " or "}
              {formatMoneyShort(price)}
            </span>
          ))}
          {counts.map(
            (count) =>
              count && (
                <span key={count}>
                  {" · "}
                  <span className="whitespace-nowrap">{count}</span>
                </span>
              ),
          )}
        </p>
      )}
      {sold.length > 0 && (
        <p className="tabular mt-1 text-sm text-soft">Lately sold for {rangeOf(sold)}</p>
      )}
    </>
  );
}

/** The prices are in one currency. */
function rangeOf(prices: Money[]): string {
  const sorted = prices.toSorted((one, other) => one.amount - other.amount).map(formatMoneyShort);
  const ends = [...new Set([sorted.at(0), sorted.at(-1)])];
  return ends.join(" to ");
}
