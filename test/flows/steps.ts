import fc from "fast-check";

export const buyers = ["Ben", "Zoe"] as const;
export type Buyer = (typeof buyers)[number];
export const cards = {
  good: "pm_card_visa",
  declined: "pm_card_visa_chargeDeclined",
  stolen: "pm_card_visa_chargeDeclinedStolenCard",
} as const;
export type Card = keyof typeof cards;

/** One thing that somebody does, as plain data. Ada sells; whoever buys does it for the ticket listed last. */
export type Step =
  | { does: "list" }
  | { does: "edit"; price: number }
  | { does: "withdraw" }
  | { does: "buy"; who: Buyer }
  | { does: "pay"; who: Buyer; card: Card }
  | { does: "cancel"; who: Buyer }
  | { does: "wait"; minutes: number }
  | { does: "work" }
  | { does: "call-off" }
  | { does: "refund"; who: Buyer };

/** A story as it is told: a sentence for each step. */
export function sentence(step: Step): string {
  switch (step.does) {
    case "list":
      return "Ada lists a ticket.";
    case "edit":
      return `Ada changes its price to €${step.price / 100}.`;
    case "withdraw":
      return "Ada withdraws it.";
    case "buy":
      return `${step.who} starts to buy it.`;
    case "pay":
      return `${step.who} pays with a card that is ${step.card}.`;
    case "cancel":
      return `${step.who} cancels the order.`;
    case "wait":
      return step.minutes === 1 ? "A minute passes." : `${step.minutes} minutes pass.`;
    case "work":
      return "The worker does what is due.";
    case "call-off":
      return "The event is called off.";
    case "refund":
      return `An operator gives ${step.who} the money back.`;
  }
}

const who = fc.constantFrom(...buyers);
const card = fc.constantFrom<Card>("good", "good", "declined", "stolen");

/** Any step, those that lead somewhere more often. */
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: fc.constant<Step>({ does: "list" }) },
  { weight: 5, arbitrary: who.map((each): Step => ({ does: "buy", who: each })) },
  {
    weight: 5,
    arbitrary: fc.record({ who, card }).map((given): Step => ({ does: "pay", ...given })),
  },
  { weight: 3, arbitrary: fc.constant<Step>({ does: "work" }) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(1, 14, 16, 31).map((minutes): Step => ({ does: "wait", minutes })),
  },
  { weight: 2, arbitrary: who.map((each): Step => ({ does: "cancel", who: each })) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 100, max: 9_900 }).map((price): Step => ({ does: "edit", price })),
  },
  { weight: 1, arbitrary: fc.constant<Step>({ does: "withdraw" }) },
  { weight: 1, arbitrary: fc.constant<Step>({ does: "call-off" }) },
  { weight: 1, arbitrary: who.map((each): Step => ({ does: "refund", who: each })) },
);

/** Stories of up to a dozen steps after a ticket was listed; shrunk, they are the shortest that still fail. */
export const anyStory = fc
  .array(anyStep, { minLength: 1, maxLength: 12 })
  .map((steps): Step[] => [{ does: "list" }, ...steps]);
