import { invalidParameter } from "../api/api-error.ts";
import {
  LARGEST_ELSEWHERE,
  largestAmounts,
  multiples,
  smallestAmounts,
  threeDecimal,
  zeroDecimal,
} from "./currency-rules.ts";

/** The smallest unit is all that a currency without a minimum of its own can be held to: nothing is converted here. */
const SMALLEST_ELSEWHERE = 1;

const currencies = new Set(Intl.supportedValuesOf("currency").map((code) => code.toLowerCase()));

/** Refuses what Stripe refuses to charge in this currency: too little, too much, or a fraction that cannot be paid. */
export function requireAmount(amount: number, currency: string, param = "amount"): number {
  if (amount < 1)
    throw invalidParameter(
      "parameter_invalid_integer",
      param,
      "This value must be greater than or equal to 1.",
    );
  const multiple = multiples[currency] ?? 1;
  if (amount % multiple !== 0)
    throw invalidParameter(
      "parameter_invalid_integer",
      param,
      `Amounts in ${currency} must be evenly divisible by ${multiple}.`,
    );
  const smallest = smallestAmounts[currency] ?? SMALLEST_ELSEWHERE;
  if (amount < smallest)
    throw invalidParameter(
      "amount_too_small",
      param,
      `Amount must be at least ${written(smallest, currency)}`,
    );
  const largest = largestAmounts[currency] ?? LARGEST_ELSEWHERE;
  if (amount > largest)
    throw invalidParameter(
      "amount_too_large",
      param,
      `Amount must be no more than ${written(largest, currency)}`,
    );
  return amount;
}

/** `€0.50 eur`, as Stripe's sentences say it. */
function written(amount: number, currency: string): string {
  const decimals = zeroDecimal.includes(currency) ? 0 : threeDecimal.includes(currency) ? 3 : 2;
  const format = new Intl.NumberFormat("en", {
    style: "currency",
    currency,
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return `${format.format(amount / 10 ** decimals)} ${currency}`;
}

export function requireCurrency(currency: string): string {
  if (currencies.has(currency)) return currency;
  throw invalidParameter(
    null,
    "currency",
    `Invalid currency: ${currency}. Write it in lower case, such as eur.`,
  );
}
