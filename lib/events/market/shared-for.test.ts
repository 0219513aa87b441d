import { expect, test } from "vitest";
import { sharedFor } from "./shared-for.ts";

test("who asks while it is read, and soon after, gets what was read once", async () => {
  let reads = 0;
  const ask = sharedFor(60_000, async () => (reads += 1));
  expect(await Promise.all([ask(), ask(), ask()])).toEqual([1, 1, 1]);
  expect(await ask()).toBe(1);
});

test("after its time it is read anew", async () => {
  let reads = 0;
  const ask = sharedFor(0, async () => (reads += 1));
  expect([await ask(), await ask()]).toEqual([1, 2]);
});

test("what failed is tried again", async () => {
  let reads = 0;
  const ask = sharedFor(60_000, async () => {
    reads += 1;
    if (reads === 1) throw new Error("away");
    return reads;
  });
  await expect(ask()).rejects.toThrow("away");
  expect(await ask()).toBe(2);
});
