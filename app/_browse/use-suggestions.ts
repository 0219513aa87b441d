import { useEffect, useRef, useState } from "react";
import type { Suggestion } from "#app/api/suggestions/route.ts";

/** Until somebody pauses at typing. */
const pauseMilliseconds = 150;
const fewestCharacters = 2;

/** Suggestions for what was typed last: answers to what was typed before are dropped. */
export function useSuggestions() {
  const [suggestions, setSuggestions] = useState<Suggestion[]>([]);
  const asking = useRef<AbortController>(null);
  useEffect(() => () => asking.current?.abort(), []);

  const close = () => {
    asking.current?.abort();
    setSuggestions([]);
  };
  const ask = (typed: string) => {
    asking.current?.abort();
    if (typed.trim().length < fewestCharacters) return setSuggestions([]);
    const mine = new AbortController();
    asking.current = mine;
    setTimeout(() => {
      if (mine.signal.aborted) return;
      void fetchSuggestions(typed, mine.signal).then((found) => {
        if (!mine.signal.aborted) setSuggestions(found);
      });
    }, pauseMilliseconds);
  };
  return { suggestions, ask, close };
}

/** None where there is no connection: the search works without. */
async function fetchSuggestions(typed: string, signal: AbortSignal): Promise<Suggestion[]> {
  try {
    const answer = await fetch(`/api/suggestions?q=${encodeURIComponent(typed)}`, { signal });
    return answer.ok ? ((await answer.json()) as Suggestion[]) : []; // what the route answers
  } catch {
    return [];
  }
}
