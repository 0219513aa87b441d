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
