"use client";

import type { OfferNews } from "#app/_market-news/event-news.ts";
import { useSince } from "./follow-event.tsx";

type MarketLineProps = {
  /** As the page was read. */
  offer: OfferNews;
  /** What tickets were sold for lately: "€40 to €55"; null when none was. */
  sold: string | null;
};

/** "from €42 · 12 available · 3 being paid for", and what tickets were sold for lately. */
export function MarketLine({ offer, sold }: MarketLineProps) {
  const { lowest, available, held } = useSince().offer ?? offer;
  const counts = [available > 0 && `${available} available`, held > 0 && `${held} being paid for`];
  return (
    <>
      {lowest.length > 0 && (
        <p className="tabular mt-2">
          {lowest.map((price, index) => (
            <span key={price} className="font-semibold whitespace-nowrap">
              {index === 0 ? "from " : " or "}
              {price}
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
      {sold && <p className="tabular mt-1 text-sm text-soft">Lately sold for {sold}</p>}
    </>
  );
}
