import { expect, test } from "vitest";
import { planPreCommit } from "./plan-pre-commit.ts";

test("a file of which only a part is staged is left alone", () => {
  const staged = ["kernel/money.ts", "lib/orders/create-order.ts"];
  expect(planPreCommit(staged, ["kernel/money.ts", "README.md"], ".git/index")).toEqual({
    files: ["lib/orders/create-order.ts"],
    inPart: ["kernel/money.ts"],
    mayMend: true,
  });
});

test("nothing is added to the commit of named files", () => {
  expect(planPreCommit(["a.ts"], [], ".git/next-index-12.lock").mayMend).toBe(false);
  expect(planPreCommit(["a.ts"], [], ".git/index.lock").mayMend).toBe(true);
});
