import { environment } from "#kernel/environment.ts";
import { hearMarketNews, type Listener } from "./hear-market-news.ts";
import { type NewsHub, type NewsReader, openNewsHub } from "./news-hub.ts";

/** What can be followed: a ticket, all tickets of an event, or what lists say of an event. */
export type NewsReaders = Record<"ticket" | "event" | "print", NewsReader>;

type Opened = {
  hub: NewsHub;
  listener: Listener;
  streams: Map<string, number>;
  close: () => Promise<void>;
};

/** Well under what keeps a process of 512 MB alive; a page beyond them asks now and then instead. */
const mostStreams = 5_000;
/** An address may be that of a whole school. */
const mostStreamsOfAddress = 200;
const pulseMilliseconds = 20_000;

// Next bundles this module more than once: one connection that listens per process all the same.
const holder = globalThis as typeof globalThis & { rowlockNews?: Opened };

/** What this process hears of the market, from the first page on that follows it. */
export function openMarketNews(readers: NewsReaders): Opened {
  holder.rowlockNews ??= open(readers);
  return holder.rowlockNews;
}

export async function closeMarketNews(): Promise<void> {
  const opened = holder.rowlockNews;
  delete holder.rowlockNews;
  await opened?.close();
}

function open(readers: NewsReaders): Opened {
  const hub = openNewsHub(readers);
  const listener = hearMarketNews(environment().DATABASE_URL, {
    onNews: ({ tickets, events }) => {
      for (const { ticketId, eventId } of tickets) {
        hub.tell("ticket", ticketId);
        hub.tell("event", eventId, ticketId);
      }
      for (const eventId of events) hub.tell("print", eventId);
    },
    onMissed: hub.endAll,
  });
  const pulse = setInterval(() => {
    if (hub.followers === 0) return;
    hub.pulse();
    void listener.prove();
  }, pulseMilliseconds).unref();
  // A server that is told to stop waits for its answers, and a stream has no end of its own.
  const onStop = () => hub.endAll();
  process.on("SIGTERM", onStop).on("SIGINT", onStop);
  const close = async () => {
    clearInterval(pulse);
    process.off("SIGTERM", onStop).off("SIGINT", onStop);
    hub.endAll();
    await listener.end();
  };
  return { hub, listener, streams: new Map(), close };
}

/** Counts one more stream of an address; null when there are too many, and otherwise how to take it back. */
export function admitStream({ hub, streams }: Opened, address: string): (() => void) | null {
  const scale = environment().RATE_LIMIT_SCALE;
  const open = streams.get(address) ?? 0;
  if (hub.followers >= mostStreams || open >= mostStreamsOfAddress * scale) return null;
  streams.set(address, open + 1);
  return () => {
    const left = (streams.get(address) ?? 1) - 1;
    if (left > 0) streams.set(address, left);
    else streams.delete(address);
  };
}
