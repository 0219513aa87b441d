"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import type { PrintNews, PrintWords } from "#app/_market-news/print-news.ts";
import { useNews } from "#components/use-news.ts";

type Words = ReadonlyMap<string, PrintWords>;

const Context = createContext<Words>(new Map());

type FollowPrintsProps = { ids: string[]; children: ReactNode };

/** Follows the markets of the events on a page, for its prints to show. */
export function FollowPrints({ ids, children }: FollowPrintsProps) {
  const [words, setWords] = useState<Words>(new Map());
  useNews<PrintNews>(`/api/market/live?events=${ids.join(",")}`, 0, ({ prints }) =>
    setWords(
      (known) => new Map([...known, ...prints.map(({ id, ...rest }) => [id, rest] as const)]),
    ),
  );
  return <Context value={words}>{children}</Context>;
}

/** What has become of an event's market since the page was read; undefined while nothing has. */
export function usePrintWords(id: string): PrintWords | undefined {
  return useContext(Context).get(id);
}
