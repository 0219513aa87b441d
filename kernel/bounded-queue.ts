/** Thrown to the one whose place was given away. */
export class QueueFull extends Error {}

type Waiting = { begin: () => void; giveUp: () => void };
type Bounds = {
  atOnce: number;
  /** How many may wait: times the length of one piece of work, this is the longest anybody waits. */
  waiting: number;
};

/**
 * Returns a function that runs what it is given, `atOnce` at a time, and lets so many wait. Who is `preferred` goes
 * first. When the queue is full, of those who are not, the one that has waited longest gives way: in a flood that
 * ends, whoever comes after it is served.
 */
export function boundedQueue({ atOnce, waiting: most }: Bounds) {
  const [preferred, others]: [Waiting[], Waiting[]] = [[], []];
  let running = 0;

  const wait = (isPreferred: boolean) =>
    new Promise<void>((resolve, reject) => {
      const giveUp = () => reject(new QueueFull());
      if (preferred.length + others.length >= most) {
        const leaves = others.shift();
        if (!leaves && !isPreferred) return giveUp();
        if (leaves) leaves.giveUp();
        else preferred.shift()?.giveUp();
      }
      (isPreferred ? preferred : others).push({ begin: resolve, giveUp });
    });

  return async <T>(work: () => Promise<T>, { isPreferred = false } = {}): Promise<T> => {
    if (running >= atOnce) await wait(isPreferred);
    else running += 1;
    try {
      return await work();
    } finally {
      const next = preferred.shift() ?? others.shift();
      if (next) next.begin(); // hands on its place
      else running -= 1;
    }
  };
}
