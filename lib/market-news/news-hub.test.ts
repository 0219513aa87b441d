import { expect, test } from "vitest";
import { type Follower, type Frame, frameOf, type NewsReader, openNewsHub } from "./news-hub.ts";

const at = new Date(1_000_000);

/** A reader that answers when it is let, and keeps what it was asked. */
function aReader() {
  const asked: [string, string[]][][] = [];
  const held: (() => void)[] = [];
  const reader: NewsReader = async (changed, followersOf) => {
    asked.push([...changed].map(([id, what]) => [id, [...what]]));
    await new Promise<void>((resolve) => held.push(resolve));
    return new Map(
      [...changed.keys()].map((id) => [id, { at, body: { id, of: followersOf(id) } }]),
    );
  };
  return { reader, asked, answer: () => held.shift()?.() };
}

function aFollower() {
  const frames: string[] = [];
  let ended = 0;
  const follower: Follower = {
    receive: ({ bytes }: Frame) => void frames.push(new TextDecoder().decode(bytes)),
    pulse: () => void frames.push("pulse"),
    end: () => void (ended += 1),
  };
  return { follower, frames, ended: () => ended };
}

test("what has changed is read once for all who follow it, and nothing that nobody follows", async () => {
  const { reader, asked, answer } = aReader();
  const hub = openNewsHub({ ticket: reader });
  const [one, other, elsewhere] = [aFollower(), aFollower(), aFollower()];
  hub.follow("ticket", ["a"], one.follower);
  hub.follow("ticket", ["a", "b"], other.follower);
  hub.follow("ticket", ["c"], elsewhere.follower);
  hub.tell("ticket", "a", "price");
  hub.tell("ticket", "nobody's");
  expect(asked).toEqual([[["a", ["price"]]]]);
  answer();
  await expect.poll(() => [one.frames, other.frames]).toEqual([[told("a", 2)], [told("a", 2)]]);
  expect(elsewhere.frames).toEqual([]);
});

test("what changes while something is read is read afterwards, all of it together", async () => {
  const { reader, asked, answer } = aReader();
  const hub = openNewsHub({ event: reader });
  const { follower, frames } = aFollower();
  hub.follow("event", ["a", "b"], follower);
  hub.tell("event", "a", "1");
  for (const what of ["2", "3", "2"]) hub.tell("event", "a", what);
  hub.tell("event", "b", "4");
  answer();
  await expect.poll(() => asked.length).toBe(2);
  expect(asked[1]).toEqual([
    ["a", ["2", "3"]],
    ["b", ["4"]],
  ]);
  answer();
  await expect.poll(() => frames).toEqual([told("a", 1), told("a", 1), told("b", 1)]);
});

test("who has left is told nothing; a quiet stream is kept awake; all can be sent away", async () => {
  const { reader, asked } = aReader();
  const hub = openNewsHub({ ticket: reader });
  const [one, other] = [aFollower(), aFollower()];
  const leave = hub.follow("ticket", ["a"], one.follower);
  hub.follow("ticket", ["b"], other.follower);
  expect(hub.followers).toBe(2);
  leave();
  expect(hub.followers).toBe(1);
  hub.tell("ticket", "a");
  hub.pulse();
  hub.endAll();
  expect([asked, one.frames, one.ended()]).toEqual([[], [], 0]);
  expect([other.frames, other.ended()]).toEqual([["pulse"], 1]);
});

test("who follows what cannot be read begins again, and nobody else; the next change is read", async () => {
  let fails = true;
  const hub = openNewsHub({
    ticket: async (changed) => {
      if (fails) throw new Error("the database is away");
      return new Map([...changed.keys()].map((id) => [id, { at, body: { id, of: 1 } }]));
    },
  });
  const [one, other] = [aFollower(), aFollower()];
  hub.follow("ticket", ["a"], one.follower);
  hub.follow("ticket", ["b"], other.follower);
  hub.tell("ticket", "a");
  await expect.poll(one.ended).toBe(1);
  expect(other.ended()).toBe(0);
  fails = false;
  hub.tell("ticket", "b");
  await expect.poll(() => other.frames).toEqual([told("b", 1)]);
});

test("a frame is one event with the moment as its id, whatever its text", () => {
  const { bytes } = frameOf({ at, body: { words: "one\ntwo\n\nid: 3" } });
  expect(new TextDecoder().decode(bytes)).toBe(
    'id: 1000000\ndata: {"words":"one\\ntwo\\n\\nid: 3"}\n\n',
  );
});

function told(id: string, of: number): string {
  return `id: 1000000\ndata: ${JSON.stringify({ id, of })}\n\n`;
}
