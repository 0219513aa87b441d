import postgres from "postgres";
import { isPooled, untilItIsBack } from "#db/client.ts";
import { report } from "#kernel/report.ts";
import { type MarketNews, newsChannel, readMarketNews } from "./tell-market-news.ts";

type Hearing = {
  onNews: (news: MarketNews) => void;
  /** It listens again after it did not: what was told meanwhile was not heard. */
  onMissed: () => void;
};

export type Listener = { isListening: () => Promise<boolean>; end: () => Promise<void> };

/** So long a page waits for its first stream to be possible before it is told to ask instead. */
const patienceMilliseconds = 2_000;

/**
 * Listens on one connection for what is told of the market, for the whole process. Through a pooler in transaction mode
 * nothing is ever heard.
 */
export function hearMarketNews(databaseUrl: string, { onNews, onMissed }: Hearing): Listener {
  if (isPooled(databaseUrl)) return { isListening: async () => false, end: async () => {} };
  const connection = postgres(databaseUrl, {
    max: 1,
    connect_timeout: 5,
    backoff: untilItIsBack,
    fetch_types: false, // as in db/client.ts
    onnotice: () => {},
  });
  const first = Promise.withResolvers<true>();
  let listens = 0;
  const onListening = () => {
    listens += 1;
    first.resolve(true);
    if (listens > 1) onMissed();
  };
  connection
    .listen(newsChannel, (payload) => onNews(readMarketNews(payload)), onListening)
    // It tries again by itself.
    .catch((error: unknown) => report("warning", "news of the market cannot be heard", { error }));
  return {
    isListening: () =>
      listens > 0 ? Promise.resolve(true) : Promise.race([first.promise, inVain()]),
    end: () => connection.end({ timeout: 1 }),
  };
}

async function inVain(): Promise<false> {
  await new Promise((resolve) => setTimeout(resolve, patienceMilliseconds).unref());
  return false;
}
