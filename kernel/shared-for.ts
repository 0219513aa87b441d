type Shared<T> = { answer: Promise<T>; until: number };

/**
 * Lets everybody who asks within so many milliseconds have one answer. Whoever asks while it is being read waits for it;
 * a reading that fails is nobody's answer afterwards. For `lingers` more, nobody waits: the first who asks has it read
 * anew, and all get what there is until that has been read.
 */
export function sharedFor<T>(
  milliseconds: number,
  read: () => Promise<T>,
  { lingers = 0 } = {},
): () => Promise<T> {
  let shared: Shared<T> | undefined;
  let isReading = false;
  const readBehind = () => {
    if (isReading) return;
    isReading = true;
    const until = performance.now() + milliseconds;
    read()
      .then((answer) => (shared = { answer: Promise.resolve(answer), until }))
      .catch(() => {}) // whoever asks when this one is too old is told
      .finally(() => (isReading = false));
  };
  return () => {
    const now = performance.now();
    if (shared && now < shared.until) return shared.answer;
    if (shared && now < shared.until + lingers) {
      readBehind();
      return shared.answer;
    }
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
