import { type Follower, type Frame, frameOf, type NewsHub, type Told } from "./news-hub.ts";

type Subject = {
  kind: string;
  ids: readonly string[];
  /** How the subject is now, and what a page that was right at some moment has missed since. */
  catchUp: () => Promise<Told>;
};

/** What a page that does not read keeps waiting, in bytes, before it is let go: it comes back and is told what it missed. */
const mostWaiting = 64 * 1024;

/** Pages that lost their stream together do not all come back together, in milliseconds. */
const comesBackAfter = { least: 500, most: 3_000 };

const encoder = new TextEncoder();
const nothing = encoder.encode(":\n\n");

/**
 * News of a subject as server-sent events: first how it is now, then every change. What is told while the first is
 * being read waits for it, and is left out where it is older.
 */
export function streamNews(
  hub: NewsHub,
  { kind, ids, catchUp }: Subject,
  onEnd: () => void,
): Response {
  let end = () => {};
  const start = async (controller: ReadableStreamDefaultController<Uint8Array>) => {
    const waiting: Frame[] = [];
    let caughtUp = false;
    const send = (bytes: Uint8Array) => {
      if ((controller.desiredSize ?? 0) <= 0) return end();
      controller.enqueue(bytes);
    };
    const follower: Follower = {
      receive: (frame) => void (caughtUp ? send(frame.bytes) : waiting.push(frame)),
      pulse: () => send(nothing),
      end: () => end(),
    };
    const unfollow = hub.follow(kind, ids, follower);
    end = once(() => {
      unfollow();
      onEnd();
      close(controller);
    });
    controller.enqueue(encoder.encode(`retry: ${whenToComeBack()}\n\n`));
    try {
      const first = frameOf(await catchUp());
      send(first.bytes);
      for (const frame of waiting) if (frame.at > first.at) send(frame.bytes);
      caughtUp = true;
    } catch {
      end(); // the page comes back, or asks instead
    }
  };
  const body = new ReadableStream<Uint8Array>(
    { start, cancel: () => end() },
    new ByteLengthQueuingStrategy({ highWaterMark: mostWaiting }),
  );
  return new Response(body, {
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      // Nobody on the way keeps it, compresses it, or waits for its end.
      "Cache-Control": "no-store, no-transform",
      "X-Accel-Buffering": "no",
    },
  });
}

function once(work: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    work();
  };
}

function close(controller: ReadableStreamDefaultController<Uint8Array>): void {
  try {
    controller.close();
  } catch {
    // The page has gone.
  }
}

function whenToComeBack(): number {
  const { least, most } = comesBackAfter;
  return Math.round(least + Math.random() * (most - least));
}
