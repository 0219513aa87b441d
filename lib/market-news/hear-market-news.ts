import postgres from "postgres";
import { isPooled, untilItIsBack } from "#db/client.ts";
import { patienceOf } from "#db/patience.ts";
import { report } from "#kernel/report.ts";
import { type MarketNews, newsChannel, readMarketNews, tellPulse } from "./tell-market-news.ts";

type Hearing = {
  onNews: (news: MarketNews) => void;
  /** It listens again after it did not: what was told meanwhile was not heard. */
  onMissed: () => void;
};

export type Listener = {
  isListening: () => Promise<boolean>;
  /** Makes sure that what is told is heard: a connection that has gone silent is cut, and another one listens. */
  prove: () => Promise<void>;
  end: () => Promise<void>;
};

/** So long a pulse of our own may be on its way. */
const pulseMilliseconds = 5_000;

/** So long a page waits for its first stream to be possible before it is told to ask instead. */
const patienceMilliseconds = 2_000;

/**
 * Listens on one connection for what is told of the market, for the whole process. Through a pooler in transaction mode
 * nothing is ever heard.
 */
export function hearMarketNews(databaseUrl: string, { onNews, onMissed }: Hearing): Listener {
  if (isPooled(databaseUrl))
    return { isListening: async () => false, prove: async () => {}, end: async () => {} };
  const patience = patienceOf(pulseMilliseconds, 1);
  const options = {
    max: 1,
    connect_timeout: 5,
    backoff: untilItIsBack,
    fetch_types: false, // as in db/client.ts
    onnotice: () => {},
    socket: patience.openSocket, // an option that the driver's types leave out
  };
  const connection = postgres(databaseUrl, options);
  const first = Promise.withResolvers<true>();
  let listens = 0;
  const onListening = () => {
    listens += 1;
    first.resolve(true);
    if (listens > 1) onMissed();
  };
  let heard = Promise.withResolvers<void>();
  const onHeard = (payload: string) => {
    heard.resolve();
    heard = Promise.withResolvers();
    onNews(readMarketNews(payload));
  };
  connection
    .listen(newsChannel, onHeard, onListening)
    // It tries again by itself.
    .catch((error: unknown) => report("warning", "news of the market cannot be heard", { error }));
  return {
    isListening: () =>
      listens > 0 ? Promise.resolve(true) : Promise.race([first.promise, inVain()]),
    prove: async () => {
      const hears = patience.answer(heard.promise);
      try {
        await Promise.all([hears, tellPulse()]);
      } catch (error) {
        report("warning", "news of the market was not heard in time", { error });
      }
    },
    end: () => connection.end({ timeout: 1 }),
  };
}

async function inVain(): Promise<false> {
  await new Promise((resolve) => setTimeout(resolve, patienceMilliseconds).unref());
  return false;
}
