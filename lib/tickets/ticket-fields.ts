import { z } from "zod";
import {
  type Currency,
  currencySchema,
  formatMoney,
  largestPrice,
  minimumPrice,
  parsePrice,
  type PriceProblem,
} from "#kernel/money.ts";
import { optionalLine, requiredLine } from "#kernel/text-fields.ts";

const notAPrice = "Write the price in digits, such as 45 or 45.50.";

/** What a seller says about a ticket. The price arrives as typed and leaves in minor units. */
export const ticketFields = {
  title: requiredLine(
    120,
    "The title",
    "Give your ticket a title, such as “2 seats, front stalls”.",
  ).prefault(""),
  currency: currencySchema.default("eur"),
  // What only digits can tell is told at once; the rest depends on the currency, in `readPrice`.
  price: z
    .string()
    .trim()
    .min(1, "Say what you want for the ticket.")
    .regex(/^\d+([.,]\d+)?$/, notAPrice)
    .prefault(""),
  section: optionalLine(40, "The section"),
  row: optionalLine(20, "The row"),
  seat: optionalLine(40, "The seat"),
  // Digits and nothing else: "0x10" and "1e1" are numbers to a program, and nobody means them.
  admits: z
    .string()
    .trim()
    .regex(/^[0-9]+$/, "Say how many people this ticket admits, in digits such as 2.")
    .transform(Number)
    .pipe(
      z
        .number()
        .min(1, "A ticket admits at least one person.")
        .max(20, "A ticket admits at most 20 people."),
    )
    .default(1),
};

const priceSentences: Record<PriceProblem, (currency: Currency) => string> = {
  "not-a-price": () => notAPrice,
  "too-many-decimals": (currency) =>
    `A price has at most as many decimals as ${formatMoney({ amount: minimumPrice(currency), currency })}.`,
  "too-small": (currency) =>
    `The lowest price is ${formatMoney({ amount: minimumPrice(currency), currency })}.`,
  "too-large": (currency) => `The highest price is ${formatMoney(largestPrice(currency))}.`,
};

type Priced = { price: string; currency: Currency };

/** What is wrong with the typed price, by its currency; null when nothing is. */
function priceProblem({ price: typed, currency }: Priced): string | null {
  const price = parsePrice(typed, currency);
  return typeof price === "number" ? null : priceSentences[price](currency);
}

/** The same, with the typed price in minor units of the currency beside it. */
export const ticketInput = z
  .object(ticketFields)
  .refine((fields) => priceProblem(fields) === null, {
    path: ["price"],
    error: ({ input }) => priceProblem(input as Priced) ?? notAPrice, // not asked when a field has no value
  })
  .transform((fields) => ({ ...fields, price: Number(parsePrice(fields.price, fields.currency)) }));
