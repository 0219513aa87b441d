import { expect, test } from "vitest";
import { boundedQueue, QueueFull } from "./bounded-queue.ts";

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A queue whose work ends when the test says so, one piece after another. */
function aQueue(bounds: { atOnce: number; waiting: number }) {
  const inTurn = boundedQueue(bounds);
  const begun: string[] = [];
  const shed: string[] = [];
  const ends: (() => void)[] = [];
  let most = 0;
  const ask = (name: string, isPreferred = false) => {
    const work = () => {
      begun.push(name);
      most = Math.max(most, begun.length - ended);
      return new Promise<void>((resolve) => ends.push(resolve));
    };
    void inTurn(work, { isPreferred }).catch((error: unknown) => {
      if (!(error instanceof QueueFull)) throw error;
      shed.push(name);
    });
  };
  let ended = 0;
  const endOne = async () => {
    ended += 1;
    ends.shift()?.();
    await settled();
  };
  const endAll = async () => {
    while (ends.length > 0) await endOne();
  };
  return { ask, begun, shed, endOne, endAll, most: () => most };
}

test("of two hundred at once, so many run, so many wait, and the others are told at once", async () => {
  const queue = aQueue({ atOnce: 2, waiting: 24 });
  for (let number = 0; number < 200; number += 1) queue.ask(String(number));
  await settled();
  expect(queue.begun).toEqual(["0", "1"]);
  expect(queue.shed).toHaveLength(200 - 26);
  await queue.endAll();
  expect(queue.begun).toHaveLength(26);
  expect(queue.most()).toBe(2);
});

test("whoever comes after a flood is served, behind those still waiting and no more", async () => {
  const queue = aQueue({ atOnce: 1, waiting: 3 });
  for (let number = 0; number < 200; number += 1) queue.ask(String(number));
  queue.ask("honest");
  await settled();
  await queue.endAll();
  expect(queue.begun).toEqual(["0", "198", "199", "honest"]);
});

test("who is preferred goes first, and is shed last", async () => {
  const queue = aQueue({ atOnce: 1, waiting: 2 });
  for (const name of ["running", "a", "b"]) queue.ask(name);
  queue.ask("known", true);
  for (const name of ["c", "d"]) queue.ask(name);
  await settled();
  await queue.endAll();
  expect(queue.begun).toEqual(["running", "known", "d"]);
  expect(queue.shed).toEqual(["a", "b", "c"]);
});

test("where only preferred ones wait, another is turned away, and of them the oldest gives way", async () => {
  const queue = aQueue({ atOnce: 1, waiting: 2 });
  queue.ask("running");
  for (const name of ["first", "second"]) queue.ask(name, true);
  queue.ask("other");
  queue.ask("third", true);
  await settled();
  await queue.endAll();
  expect(queue.begun).toEqual(["running", "second", "third"]);
  expect(queue.shed).toEqual(["other", "first"]);
});

test("a failure frees its place and reaches its caller", async () => {
  const inTurn = boundedQueue({ atOnce: 1, waiting: 1 });
  const failing = inTurn(() => Promise.reject(new Error("broken")));
  const next = inTurn(async () => "done");
  await expect(failing).rejects.toThrow("broken");
  expect(await next).toBe("done");
});
