/** How long a stream may say nothing at first: what stands between may be keeping it until its end. */
const firstWordMilliseconds = 10_000;
const askEveryMilliseconds = 5_000;
/** After so many questions a stream is tried again. */
const mostQuestions = 12;
/** A stream that breaks off so often before it has said anything is cut by what stands between. */
const mostBreaks = 3;

/**
 * Follows what an address tells, as a stream of server-sent events while the page is in view: the browser comes back by
 * itself when one ends, and says what it has heard. Where no stream can be had the address is asked every few seconds
 * instead. `onNews` may be told the same twice. Returns how to stop.
 */
export function followNews(
  address: string,
  since: number,
  onNews: (news: unknown) => void,
): () => void {
  let heard = String(since);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stream: EventSource | undefined;
  let breaks = 0;
  const asking = new AbortController();

  const url = () => `${address}${address.includes("?") ? "&" : "?"}since=${heard}`;
  const pause = () => {
    clearTimeout(timer);
    stream?.close();
    stream = undefined;
  };
  const listen = () => {
    pause();
    stream = new EventSource(url());
    timer = setTimeout(askInstead, firstWordMilliseconds);
    stream.addEventListener("message", ({ data, lastEventId }: MessageEvent<string>) => {
      clearTimeout(timer);
      breaks = 0;
      heard = lastEventId || heard;
      onNews(JSON.parse(data));
    });
    stream.addEventListener("error", () => {
      breaks += 1;
      if (stream?.readyState === EventSource.CLOSED || breaks >= mostBreaks) askInstead();
    });
  };
  const askInstead = () => {
    pause();
    breaks = 0;
    const address = url(); // the same each time, so that nothing new is nothing sent
    const ask = async (questions: number) => {
      const news = await askFor(address, asking.signal);
      if (news !== undefined) onNews(news);
      if (!asking.signal.aborted && document.visibilityState === "visible")
        timer = setTimeout(
          questions < mostQuestions ? () => void ask(questions + 1) : listen,
          askEveryMilliseconds,
        );
    };
    void ask(1);
  };
  const onVisibility = () => (document.visibilityState === "visible" ? listen() : pause());
  document.addEventListener("visibilitychange", onVisibility);
  onVisibility();
  return () => {
    document.removeEventListener("visibilitychange", onVisibility);
    asking.abort();
    pause();
  };
}

/** Undefined when there is no answer: the next question is soon. */
async function askFor(address: string, signal: AbortSignal): Promise<unknown> {
  try {
    const answer = await fetch(address, { cache: "no-cache", signal });
    return answer.ok ? await answer.json() : undefined;
  } catch {
    return undefined;
  }
}
