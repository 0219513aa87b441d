import { setTimeout as pause } from "node:timers/promises";
import type { Random } from "../random.ts";
import { trueTime } from "../testbed/true-clock.ts";
import {
  answerTheBank,
  cancel,
  comeBack,
  lookAtOrder,
  openPayment,
  pay,
  type Purchase,
} from "./purchase.ts";

const card = {
  good: "pm_card_visa",
  declined: "pm_card_visa_chargeDeclined",
  empty: "pm_card_visa_chargeDeclinedInsufficientFunds",
  stolen: "pm_card_visa_chargeDeclinedStolenCard",
  asking: "pm_card_authenticationRequired",
};

type Way = { weight: number; go: (purchase: Purchase, random: Random) => Promise<void> };
type Walk = (purchase: Purchase, stripeId: string, random: Random) => Promise<unknown>;

/** Opens the payment, does what is done there, and mostly comes back to the site afterwards. */
function paying(weight: number, walk: Walk): Way {
  return {
    weight,
    go: async (purchase, random) => {
      const stripeId = await openPayment(purchase);
      if (!stripeId) return;
      await walk(purchase, stripeId, random);
      if (random.chance(0.6)) await comeBack(purchase);
    },
  };
}

const atTheDeadline: Walk = async (purchase, stripeId, random) => {
  await untilTheDeadline(purchase, random.between(-30, 30));
  // Another tab opens the return page at the same moment.
  const looking = random.chance(0.5) ? comeBack(purchase) : undefined;
  await Promise.all([pay(purchase, stripeId, card.good), looking]);
};

const provesLate: Walk = async (purchase, stripeId, random) => {
  await pay(purchase, stripeId, card.asking);
  await untilTheDeadline(purchase, random.pick([-30, -5, 5, 30, 800]));
  await answerTheBank(purchase, stripeId, "completed");
};

/** What people do with a ticket they have locked, and how often. */
export const waysToBuy: Record<string, Way> = {
  leaves: { weight: 6, go: async () => {} },
  cancels: { weight: 6, go: cancel },
  "looks and leaves": { weight: 3, go: lookAtOrder },
  pays: paying(30, (purchase, stripeId) => pay(purchase, stripeId, card.good)),
  "pays at the deadline": paying(20, atTheDeadline),
  "is declined, then pays": paying(7, async (purchase, stripeId) => {
    await pay(purchase, stripeId, card.declined);
    await pay(purchase, stripeId, card.good);
  }),
  "has not enough": paying(3, (purchase, stripeId) => pay(purchase, stripeId, card.empty)),
  "is declined for good": paying(2, (purchase, stripeId) => pay(purchase, stripeId, card.stolen)),
  "is declined three times": paying(2, async (purchase, stripeId) => {
    for (let tries = 0; tries < 3; tries += 1) await pay(purchase, stripeId, card.declined);
  }),
  "proves identity": paying(5, async (purchase, stripeId) => {
    await pay(purchase, stripeId, card.asking);
    await answerTheBank(purchase, stripeId, "completed");
  }),
  "fails to prove identity": paying(2, async (purchase, stripeId) => {
    await pay(purchase, stripeId, card.asking);
    await answerTheBank(purchase, stripeId, "failed");
  }),
  "leaves the bank's page": paying(2, (purchase, stripeId) => pay(purchase, stripeId, card.asking)),
  "proves identity at the deadline": paying(4, provesLate),
  "leaves the payment page": paying(3, async () => {}),
  "cancels while paying": paying(5, async (purchase, stripeId, random) => {
    const later = pause(random.between(0, 40)).then(() => cancel(purchase));
    await Promise.all([pay(purchase, stripeId, card.good), later]);
  }),
  "pays in two tabs": paying(4, async (purchase, stripeId, random) => {
    const other = await openPayment(purchase);
    const second = random.pick([card.good, card.declined]);
    await Promise.all([
      pay(purchase, stripeId, card.good),
      other ? pay(purchase, other, second) : undefined,
    ]);
  }),
};

async function untilTheDeadline({ expiresAt }: Purchase, offset: number): Promise<void> {
  await pause(Math.max(0, expiresAt + offset - trueTime()));
}
