"use client";

import type { LineNews } from "#app/_market-news/event-news.ts";
import { type TicketLineProps, TicketLines } from "#components/ticket-line.tsx";
import { useRefresh } from "#components/use-refresh.ts";
import { useSince } from "./follow-event.tsx";

/** `id`: the ticket's. `mine`: it is the reader's to sell or to pay for, and what it is called is theirs alone. */
export type FollowedLine = TicketLineProps & { id: string; mine: boolean };

/** An event's tickets as they are now, in the places they had when the page was read; and what has changed, in words. */
export function FollowedLines({ lines }: { lines: FollowedLine[] }) {
  const { lines: changed, before, latest } = useSince();
  const shown = lines.map((line) => withNews(line, changed.get(line.id)));
  const news = lines.flatMap((line) => {
    const told = latest.find(({ id }) => id === line.id);
    const was = withNews(line, before.get(line.id));
    const is = withNews(line, told);
    return told && (was.words !== is.words || was.price !== is.price) ? [sentence(is)] : [];
  });
  return (
    <>
      <p role="status" className="sr-only">
        {news.length > 2 ? `${news.length} tickets on this page have changed.` : news.join(" ")}
      </p>
      <MoreTickets shown={lines} />
      <TicketLines lines={shown} />
    </>
  );
}

function withNews(line: FollowedLine, news: LineNews | undefined): FollowedLine {
  if (!news || line.mine) return line;
  const { tone, words, price, priceEach } = news;
  const freeAt = news.freeAt === null ? null : new Date(news.freeAt);
  const isNews = tone !== line.tone || price !== line.price;
  return { ...line, tone, words, price, priceEach, freeAt, isNews };
}

function sentence({ section, row, seat, ticketTitle, words, price }: FollowedLine): string {
  const place = [section, row && `row ${row}`, seat && `seat ${seat}`].filter(Boolean).join(", ");
  return `${place || ticketTitle}: ${words}, ${price}.`;
}

/** Tickets listed since: their places in the list are between others, so they are brought in when the reader asks. */
export function MoreTickets({ shown }: { shown: { id: string }[] }) {
  const { lines, readAt } = useSince();
  const refresh = useRefresh();
  const more = [...lines.values()].filter(
    ({ id, tone, listedAt }) =>
      listedAt > readAt && tone === "open" && !shown.some((line) => line.id === id),
  ).length;
  return (
    <p role="status" className="flex min-h-11 items-center">
      {more > 0 && (
        <button type="button" onClick={refresh} className="text-link min-h-11 text-sm">
          {more === 1
            ? "1 more ticket is on sale. Show it"
            : `${more} more tickets are on sale. Show them`}
        </button>
      )}
    </p>
  );
}
