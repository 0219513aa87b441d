import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { refundParams } from "../server/money/create-refund.ts";
import { disputeParams } from "../server/money/decide-dispute.ts";
import * as paymentShapes from "../server/payments/payment-intent-params.ts";

const page = readFileSync(new URL("differences.md", import.meta.url), "utf8");

test.each([
  ["payments", Object.values(paymentShapes)],
  ["refunds and disputes", [refundParams, disputeParams]],
])("the parameters without effect on %s are listed", (about, shapes) => {
  const row = page.split("\n").find((line) => line.includes(`without effect on ${about} |`));
  const listed = [...String(row).matchAll(/`(\w+)`/g)].map(([, name]) => name);
  const ignored = shapes.flatMap((shape) =>
    Object.entries(shape).flatMap(([name, kind]) => (kind === "ignored" ? [name] : [])),
  );
  expect(new Set(listed)).toEqual(new Set(ignored));
});
