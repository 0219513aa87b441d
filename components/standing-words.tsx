import { Moment } from "./moment.tsx";

/** How a ticket stands, and when it may come free again if that is known. */
export function StandingWords({ words, freeAt }: { words: string; freeAt: Date | null }) {
  if (!freeAt) return words;
  return (
    <>
      {words} · may free up at <Moment at={freeAt} />
    </>
  );
}
