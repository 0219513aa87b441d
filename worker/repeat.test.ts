import { expect, test } from "vitest";
import { capturedLog } from "#test/support/captured-log.ts";
import { repeat } from "./repeat.ts";

test("runs again and again, never twice at once, whatever fails, until it is told to end", async () => {
  const ending = new AbortController();
  let [runs, running, most] = [0, 0, 0];
  const run = async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    runs += 1;
    if (runs === 2) throw new Error("once");
    if (runs === 5) ending.abort();
  };
  await repeat({ name: "test", everySeconds: 0, run }, ending.signal);
  expect({ runs, running, most }).toEqual({ runs: 5, running: 0, most: 1 });
  expect(capturedLog).toMatchObject([{ severity: "error", message: "scheduled work failed" }]);
});

test("told to end while it rests, it does not wait for the next time", async () => {
  const ending = new AbortController();
  const run = async () => void setImmediate(() => ending.abort());
  await repeat({ name: "test", everySeconds: 3600, run }, ending.signal);
});
