import { type Follower, type Frame, frameOf, type NewsHub, type Told } from "./news-hub.ts";

export type Followed = {
  kind: string;
  ids: readonly string[];
  /** How it is now, and what a page that was right at some moment has missed since. */
  catchUp: () => Promise<Told>;
};

/** Where a stream goes. `write` is false when the page is so far behind that it is better let go. */
export type NewsSink = {
  write: (bytes: Uint8Array) => boolean;
  end: () => void;
  onGone: (work: () => void) => void;
};

/** What a page that does not read keeps waiting, in bytes, before it is let go: it comes back and is told what it missed. */
export const mostBehind = 64 * 1024;

export const streamHeaders = {
  "Content-Type": "text/event-stream; charset=utf-8",
  // Nobody on the way keeps it, compresses it, or waits for its end.
  "Cache-Control": "no-store, no-transform",
  "X-Accel-Buffering": "no",
};

/** Pages that lost their stream together do not all come back together, in milliseconds. */
const comesBackAfter = { least: 500, most: 3_000 };

const encoder = new TextEncoder();
const nothing = encoder.encode(":\n\n");

/**
 * Sends news as server-sent events: first how things are now, then every change. What is told while the first is being
 * read waits for it, and is left out where it is older. `onEnd` is called once, when the stream has ended, whoever
 * ended it.
 */
export async function sendNews(
  hub: NewsHub,
  { kind, ids, catchUp }: Followed,
  sink: NewsSink,
  onEnd: () => void,
): Promise<void> {
  const waiting: Frame[] = [];
  let caughtUp = false;
  let ended = false;
  const end = () => {
    if (ended) return;
    ended = true;
    unfollow();
    onEnd();
    sink.end();
  };
  const send = (bytes: Uint8Array) => {
    if (!ended && !sink.write(bytes)) end();
  };
  const follower: Follower = {
    receive: (frame) => void (caughtUp ? send(frame.bytes) : waiting.push(frame)),
    pulse: () => send(nothing),
    end,
  };
  const unfollow = hub.follow(kind, ids, follower);
  sink.onGone(end);
  send(encoder.encode(`retry: ${whenToComeBack()}\n\n`));
  try {
    const first = frameOf(await catchUp());
    send(first.bytes);
    for (const frame of waiting.splice(0)) if (frame.at > first.at) send(frame.bytes);
    caughtUp = true;
  } catch {
    end(); // the page comes back, or asks instead
  }
}

function whenToComeBack(): number {
  const { least, most } = comesBackAfter;
  return Math.round(least + Math.random() * (most - least));
}

/** A stream as the body of an answer, where the socket itself cannot be had. */
export function bodyOfStream(begin: (sink: NewsSink) => void): ReadableStream<Uint8Array> {
  let gone = () => {};
  const start = (controller: ReadableStreamDefaultController<Uint8Array>) =>
    begin({
      write: (bytes) => {
        controller.enqueue(bytes);
        return (controller.desiredSize ?? 0) > 0;
      },
      end: () => close(controller),
      onGone: (work) => {
        gone = work;
      },
    });
  const strategy = new ByteLengthQueuingStrategy({ highWaterMark: mostBehind });
  return new ReadableStream({ start, cancel: () => gone() }, strategy);
}

function close(controller: ReadableStreamDefaultController<Uint8Array>): void {
  try {
    controller.close();
  } catch {
    // The page has gone.
  }
}
