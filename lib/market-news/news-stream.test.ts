import { expect, test } from "vitest";
import { openNewsHub, type Told } from "./news-hub.ts";
import { sendNews } from "./news-stream.ts";

const at = (milliseconds: number): Told => ({ at: new Date(milliseconds), body: {} });

/** A stream that is still reading how things are, and how to tell it of readings made at some moments. */
function aStream() {
  const moments: number[] = [];
  let readings = 0;
  const hub = openNewsHub({
    ticket: async (changed) => {
      readings += 1;
      const moment = moments.shift() ?? 0;
      return new Map([...changed.keys()].map((id) => [id, at(moment)]));
    },
  });
  const first = Promise.withResolvers<Told>();
  const sent: string[] = [];
  let ends = 0;
  const ended = sendNews(
    hub,
    { kind: "ticket", ids: ["a"], catchUp: () => first.promise },
    {
      write: (bytes) => sent.push(new TextDecoder().decode(bytes)) > 0,
      end: () => void (ends += 1),
      onGone: () => {},
    },
    () => {},
  );
  return {
    first,
    ended,
    ends: () => ends,
    moments: () => sent.flatMap((text) => /^id: (\d+)/.exec(text)?.[1] ?? []),
    tell: async (moment: number) => {
      const before = readings;
      moments.push(moment);
      hub.tell("ticket", "a");
      await expect.poll(() => readings).toBe(before + 1);
    },
  };
}

test("what was read before the first message says how things are is left out; what was read after is not", async () => {
  const stream = aStream();
  await stream.tell(900);
  await stream.tell(1_000);
  await stream.tell(1_001);
  expect(stream.moments()).toEqual([]);
  stream.first.resolve(at(1_000));
  await stream.ended;
  expect(stream.moments()).toEqual(["1000", "1001"]);
  await stream.tell(2_000);
  await expect.poll(stream.moments).toEqual(["1000", "1001", "2000"]);
});

test("a stream whose beginning cannot be read ends: the page comes back", async () => {
  const stream = aStream();
  await stream.tell(900);
  stream.first.reject(new Error("no answer"));
  await stream.ended;
  expect([stream.ends(), stream.moments()]).toEqual([1, []]);
});
