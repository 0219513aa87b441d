import { expect, test } from "vitest";
import { waitFor } from "./wait-for.ts";

test("asks until the answer is yes, and takes a failure for a no", async () => {
  const answers = [
    async () => false,
    async () => Promise.reject(new Error("not up yet")),
    async () => true,
  ];
  let asked = 0;
  await waitFor(async () => (await answers[asked++]?.()) ?? true, "yes");
  expect(asked).toBe(3);
});

test("says what it waited for in vain", async () => {
  await expect(waitFor(async () => false, "the moon", 1)).rejects.toThrow(
    "Waited in vain for the moon.",
  );
});
