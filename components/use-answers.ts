import { useEffect, useRef, useState } from "react";

/** Until somebody pauses at typing. */
const pauseMilliseconds = 150;
const fewestCharacters = 2;

/**
 * Answers of a route of ours to what was typed last: those to what was typed before are dropped. Null while there is
 * none, also where there is no connection: the form works without.
 */
export function useAnswers<Answer>(path: string) {
  const [answers, setAnswers] = useState<Answer[] | null>(null);
  const asking = useRef<AbortController>(null);
  useEffect(() => () => asking.current?.abort(), []);

  const close = () => {
    asking.current?.abort();
    setAnswers(null);
  };
  const ask = (typed: string) => {
    asking.current?.abort();
    if (typed.trim().length < fewestCharacters) return setAnswers(null);
    const mine = new AbortController();
    asking.current = mine;
    setTimeout(() => {
      if (mine.signal.aborted) return;
      void fetchAnswers<Answer>(path + encodeURIComponent(typed), mine.signal).then((found) => {
        if (!mine.signal.aborted) setAnswers(found);
      });
    }, pauseMilliseconds);
  };
  return { answers, ask, close };
}

async function fetchAnswers<Answer>(
  address: string,
  signal: AbortSignal,
): Promise<Answer[] | null> {
  try {
    const answer = await fetch(address, { signal });
    return answer.ok ? ((await answer.json()) as Answer[]) : null; // what the route answers
  } catch {
    return null;
  }
}
