import { environment } from "#kernel/environment.ts";
import { answerNews } from "#lib/market-news/answer-news.ts";
import { admitStream, type NewsReaders, openMarketNews } from "#lib/market-news/market-news.ts";
import type { Told } from "#lib/market-news/news-hub.ts";
import {
  bodyOfStream,
  mostBehind,
  type NewsSink,
  sendNews,
  streamHeaders,
} from "#lib/market-news/news-stream.ts";
import { clientAddress } from "#lib/web/client-address.ts";
import { currentPeer, takeOverAnswer } from "#lib/web/current-request.ts";
import { newsReaders } from "./news-readers.ts";
import { notThere } from "#lib/web/not-there.ts";

type Subject = {
  kind: keyof NewsReaders;
  ids: readonly string[];
  /** How it is now, with what has changed since the page was right. */
  read: () => Promise<Told | undefined>;
};

/**
 * Answers a page that follows something: with a stream if it asks for one and this process hears the market, and with
 * how things are now otherwise. 204 tells a browser that it is to give up on streams, 429 that there are too many.
 */
export async function answerFollower(request: Request, subject: Subject): Promise<Response> {
  const { kind, ids, read } = subject;
  const now = async () => {
    const told = await read();
    if (!told) throw new Error("What is followed is no longer there.");
    return told;
  };
  if (!request.headers.get("accept")?.includes("text/event-stream")) {
    const told = await read();
    if (!told) return notFound();
    return answerNews(told, request.headers.get("if-none-match"));
  }
  const news = openMarketNews(newsReaders);
  if (!(await news.listener.isListening())) return new Response(null, { status: 204 });
  const leave = admitStream(news, addressOf(request));
  if (!leave) return new Response("Too many pages follow the market.", { status: 429 });
  const begin = (sink: NewsSink) =>
    void sendNews(news.hub, { kind, ids, catchUp: now }, sink, leave);
  const open = takeOverAnswer(streamHeaders, mostBehind);
  if (!open) return new Response(bodyOfStream(begin), { headers: streamHeaders });
  begin(open);
  return new Response(null); // goes nowhere
}

export function notFound(): Response {
  return notThere("There is nothing here to follow.");
}

/**
 * When the page was last right: a stream that comes back says it by itself, a page in its address. Anything else, and
 * the future, is a moment ago.
 */
export function rightUntil(request: Request): Date {
  const said =
    request.headers.get("last-event-id") ?? new URL(request.url).searchParams.get("since");
  const moment = /^\d{1,15}$/.test(said ?? "") ? Number(said) : Date.now();
  return new Date(Math.min(moment, Date.now()));
}

function addressOf(request: Request): string {
  return clientAddress({
    peer: currentPeer(),
    forwardedFor: request.headers.get("x-forwarded-for"),
    trustedProxies: environment().TRUSTED_PROXIES,
  });
}
