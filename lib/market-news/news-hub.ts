import { report } from "#kernel/report.ts";

/** What one subject is like at a moment of the database's clock, as it goes out to the pages that show it. */
export type Told = { at: Date; body: object };

/** Told of subjects that have changed, what in each, and how many follow one; answers with how they are now. */
export type NewsReader = (
  changed: ReadonlyMap<string, ReadonlySet<string>>,
  followersOf: (id: string) => number,
) => Promise<ReadonlyMap<string, Told>>;

/** A page that follows: is handed every reading of its subjects, the same bytes as all others. */
export type Follower = { receive: (frame: Frame) => void; end: () => void; pulse: () => void };
export type Frame = { at: Date; bytes: Uint8Array };

/** What changes within so many milliseconds is read together: a busy subject costs so many readings a second. */
const pauseMilliseconds = 50;

type Kind = {
  reader: NewsReader;
  followers: Map<string, Set<Follower>>;
  changed: Map<string, Set<string>>;
  isReading: boolean;
};

/**
 * Hands news of the market to whoever follows it, in memory and for one process. What has changed is read once, however
 * many follow, and nothing is read that nobody follows. Readings of a kind come one after the other, so that what is
 * handed out last is what was read last.
 */
export function openNewsHub(readers: Record<string, NewsReader>) {
  const kinds = new Map<string, Kind>(
    Object.entries(readers).map(([name, reader]) => [
      name,
      { reader, followers: new Map(), changed: new Map(), isReading: false },
    ]),
  );
  const all = new Set<Follower>();
  const kindOf = (name: string) => {
    const kind = kinds.get(name);
    if (!kind) throw new Error(`Nobody reads news of the kind ${name}.`);
    return kind;
  };
  return {
    get followers() {
      return all.size;
    },
    /** Returns how to stop. */
    follow: (name: string, ids: readonly string[], follower: Follower) => {
      const { followers } = kindOf(name);
      all.add(follower);
      for (const id of ids) followers.set(id, (followers.get(id) ?? new Set()).add(follower));
      return () => {
        all.delete(follower);
        for (const id of ids) {
          followers.get(id)?.delete(follower);
          if (followers.get(id)?.size === 0) followers.delete(id);
        }
      };
    },
    /** A subject, or `what` of it, has changed. */
    tell: (name: string, id: string, what?: string) => {
      const kind = kindOf(name);
      if (!kind.followers.has(id)) return;
      const changed = kind.changed.get(id) ?? new Set();
      if (what) changed.add(what);
      kind.changed.set(id, changed);
      if (!kind.isReading) void readAndHandOut(kind);
    },
    /** Keeps what is between us and the pages from taking a quiet stream for a dead one. */
    pulse: () => all.forEach((follower) => follower.pulse()),
    /** News may have been missed: whoever follows begins again, and is told what it missed. */
    endAll: () => all.forEach((follower) => follower.end()),
  };
}

export type NewsHub = ReturnType<typeof openNewsHub>;

async function readAndHandOut(kind: Kind): Promise<void> {
  kind.isReading = true;
  while (kind.changed.size > 0) {
    const changed = kind.changed;
    kind.changed = new Map();
    try {
      const told = await kind.reader(changed, (id) => kind.followers.get(id)?.size ?? 0);
      for (const [id, reading] of told) handOut(kind.followers.get(id), reading);
    } catch (error) {
      report("error", "news of the market could not be read", { error });
      // Those who wait for it begin again, and are told what they missed.
      for (const id of changed.keys())
        kind.followers.get(id)?.forEach((follower) => follower.end());
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds));
  }
  kind.isReading = false;
}

function handOut(followers: ReadonlySet<Follower> | undefined, told: Told): void {
  if (!followers) return;
  const frame = frameOf(told);
  for (const follower of followers) follower.receive(frame);
}

const encoder = new TextEncoder();

/** As server-sent events are written. The moment is what a page that comes back names. */
export function frameOf({ at, body }: Told): Frame {
  const bytes = encoder.encode(`id: ${at.getTime()}\ndata: ${JSON.stringify(body)}\n\n`);
  return { at, bytes };
}
