import { formatMoneyShort, type Money } from "#kernel/money.ts";
import type { EventMarket } from "#lib/tickets/event-market.ts";

/** "from €42 · 12 available · 3 being paid for", and what tickets were sold for lately. */
export function MarketLine({ market, sold }: { market: EventMarket; sold: Money[] }) {
  const { available, held, lowest } = market;
  const parts = [available > 0 && `${available} available`, held > 0 && `${held} being paid for`];
  return (
    <>
      {lowest.length > 0 && (
        <p className="tabular mt-2">
          <span className="font-semibold">from {lowest.map(formatMoneyShort).join(" or ")}</span>
          {parts.map(
            (part) =>
              part && (
                <span key={part} className="whitespace-nowrap">
                  {" "}
                  · {part}
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
