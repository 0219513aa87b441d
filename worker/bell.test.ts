import { expect, test } from "vitest";
import { hangBell } from "./bell.ts";

const hour = 60 * 60 * 1000;
const nobody = new AbortController().signal;

test("rung while nobody waits, it is heard by whoever waits next", async () => {
  const bell = hangBell(hour);
  bell.answer();
  bell.ring();
  await bell.wait(nobody);
});

test("rung while somebody waits, it ends the wait; answered, it is silent until it rings again", async () => {
  const bell = hangBell(hour);
  let woken = 0;
  const wait = async () => {
    await bell.wait(nobody);
    woken += 1;
  };
  const first = wait();
  bell.ring();
  await first;
  bell.answer();
  const second = wait();
  await new Promise((resolve) => setImmediate(resolve));
  expect(woken).toBe(1);
  bell.ring();
  await second;
});

test("without a ring the wait ends by itself, and when it is told to", async () => {
  await hangBell(1).wait(nobody);
  const ending = new AbortController();
  const waiting = hangBell(hour).wait(ending.signal);
  ending.abort();
  await waiting;
});
