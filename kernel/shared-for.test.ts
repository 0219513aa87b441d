import { expect, test } from "vitest";
import { gatheredFor, sharedFor } from "./shared-for.ts";

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

test("while an answer lingers nobody waits: it is read anew behind them, once, and again where that fails", async () => {
  const readings: PromiseWithResolvers<string>[] = [];
  const ask = sharedFor(
    0,
    () => {
      const reading = Promise.withResolvers<string>();
      readings.push(reading);
      return reading.promise;
    },
    { lingers: 60_000 },
  );
  const first = ask();
  readings[0]?.resolve("old");
  expect(await first).toBe("old");
  expect(await Promise.all([ask(), ask()])).toEqual(["old", "old"]);
  expect(readings).toHaveLength(2);
  readings[1]?.reject(new Error("away"));
  await expect.poll(async () => [await ask(), readings.length]).toEqual(["old", 3]);
  readings[2]?.resolve("new");
  await expect.poll(ask).toBe("new");
});

test("who asks the same before it is read shares what is read, and who asks afterwards does not", async () => {
  const gather = gatheredFor<number>(5);
  let reads = 0;
  const read = async () => (reads += 1);
  const asked = [gather("a", read), gather("b", read), gather("a", read)];
  expect(reads).toBe(0);
  expect(await Promise.all(asked)).toEqual([1, 2, 1]);
  expect(await gather("a", read)).toBe(3);
});

test("a question whose reading fails is asked anew by whoever comes next", async () => {
  const gather = gatheredFor<string>(1);
  await expect(gather("a", () => Promise.reject(new Error("away")))).rejects.toThrow("away");
  expect(await gather("a", async () => "back")).toBe("back");
});
