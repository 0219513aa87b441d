import { expect, test } from "vitest";
import { newId, type ChargeId, type OrderId } from "#kernel/ids.ts";
import type { DomainEvent } from "#lib/domain-events/domain-events.ts";
import { historyEntries } from "./history-entries.ts";

const charge = {
  chargeId: newId<"charge">() satisfies ChargeId,
  orderId: newId<"order">() satisfies OrderId,
  amount: 4500,
  currency: "eur",
};

function aDecline(
  second: number,
  declines: number,
  failureCode: string | null,
): DomainEvent<"ChargeDeclined"> {
  const occurredAt = new Date(Date.UTC(2026, 10, 25, 13, 8, second));
  return {
    id: String(second),
    type: "ChargeDeclined",
    occurredAt,
    data: { ...charge, declines, failureCode },
  };
}

const read = (history: DomainEvent[]) =>
  historyEntries(history).map(({ at, title, text }) => `${at.getSeconds()} ${title}: ${text}`);

test("each decline is told with its time, and its reason in plain words", () => {
  expect(read([aDecline(1, 1, "insufficient_funds"), aDecline(9, 2, "expired_card")])).toEqual([
    "1 Try 1 did not go through: There is not enough money on this card. You were not charged.",
    "9 Try 2 did not go through: This card has expired. You were not charged.",
  ]);
});

test("of declines found out at once each is counted, and the reason of the last is known", () => {
  expect(read([aDecline(1, 3, "expired_card")])).toEqual([
    "1 Try 1 did not go through: You were not charged.",
    "1 Try 2 did not go through: You were not charged.",
    "1 Try 3 did not go through: This card has expired. You were not charged.",
  ]);
});

test.each(["stolen_card", "lost_card", "fraudulent", "a code of tomorrow", null])(
  "of %s nobody learns more than that the card was declined",
  (failureCode) => {
    expect(read([aDecline(1, 1, failureCode)])).toEqual([
      "1 Try 1 did not go through: Your card was declined. Your bank can tell you why. You were not charged.",
    ]);
  },
);

test("what is internal is left out", () => {
  const internal: DomainEvent = {
    id: "1",
    type: "ChargeCompleted",
    occurredAt: new Date(),
    data: charge,
  };
  expect(historyEntries([internal])).toEqual([]);
});
