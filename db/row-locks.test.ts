import { expect, test } from "vitest";
import { lockRows } from "./row-locks.ts";

test("row locks are sent in the one order, however they are listed", async () => {
  const sent: string[] = [];
  const lock = (row: string) => async () => void sent.push(row);
  await lockRows({
    charge: lock("charge"),
    buyer: lock("buyer"),
    order: lock("order"),
    ticket: lock("ticket"),
  });
  expect(sent).toEqual(["ticket", "buyer", "order", "charge"]);
});

test("the first lock that cannot be had is the one that is heard of", async () => {
  const fails = (why: string) => () => Promise.reject(new Error(why));
  await expect(lockRows({ order: fails("aborted"), ticket: fails("timeout") })).rejects.toThrow(
    "timeout",
  );
});
