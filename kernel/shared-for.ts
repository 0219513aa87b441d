/**
 * Lets everybody who asks within so many milliseconds have one answer. Whoever asks while it is being read waits for it;
 * a reading that fails is nobody's answer afterwards.
 */
export function sharedFor<T>(milliseconds: number, read: () => Promise<T>): () => Promise<T> {
  let shared: { answer: Promise<T>; until: number } | undefined;
  return () => {
    const now = performance.now();
    if (shared && now < shared.until) return shared.answer;
    const answer = read();
    const mine = { answer, until: now + milliseconds };
    shared = mine;
    answer.catch(() => {
      if (shared === mine) shared = undefined;
    });
    return answer;
  };
}

/**
 * Lets all who ask the same, by its key, within so many milliseconds have one answer, read when these are over: nobody's
 * answer is older than their question.
 */
export function gatheredFor<T>(milliseconds: number) {
  const gathering = new Map<string, Promise<T>>();
  return (key: string, read: () => Promise<T>): Promise<T> => {
    const known = gathering.get(key);
    if (known) return known;
    const answer = new Promise((resolve) => setTimeout(resolve, milliseconds)).then(() => {
      gathering.delete(key);
      return read();
    });
    gathering.set(key, answer);
    return answer;
  };
}
