import { z } from "zod";

/** Currencies a ticket may be priced in (ISO 4217, lower case as Stripe writes them). */
export const currencies = ["eur", "gbp", "usd", "chf", "sek", "jpy"] as const;
export type Currency = (typeof currencies)[number];
export const currencySchema = z.enum(currencies, "Choose one of the currencies in the list.");

/** An amount in minor units (cents; for yen, yen) with its currency. Never a float of major units. */
export type Money = { amount: number; currency: Currency };

/** In minor units: Stripe takes eight digits at most. */
const maximumAmount = 99_999_999;
/** Stripe's smallest card payment is about half a dollar in every currency. */
const minimumMajor: Record<Currency, number> = {
  eur: 0.5,
  gbp: 0.5,
  usd: 0.5,
  chf: 0.5,
  sek: 5,
  jpy: 50,
};

/** Digits after the point: 2 for euros, 0 for yen, by the currency table of `Intl`. */
export function fractionDigits(currency: Currency): number {
  const format = new Intl.NumberFormat("en", { style: "currency", currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

export function minimumPrice(currency: Currency): number {
  return Math.round(minimumMajor[currency] * 10 ** fractionDigits(currency));
}

export type PriceProblem = "not-a-price" | "too-many-decimals" | "too-small" | "too-large";

/**
 * Reads what a person typed as a price ("45", "45.5", "45,50") into minor units, by digits alone:
 * 4.35 × 100 is 434.99999999999994 in floating point.
 */
export function parsePrice(text: string, currency: Currency): number | PriceProblem {
  const match = /^(\d{1,9})(?:[.,](\d{1,9}))?$/.exec(text.trim());
  if (!match) return "not-a-price";
  const [, whole = "", fraction = ""] = match;
  const digits = fractionDigits(currency);
  if (fraction.length > digits) return "too-many-decimals";
  const amount = Number(whole + fraction.padEnd(digits, "0"));
  if (amount < minimumPrice(currency)) return "too-small";
  if (amount > maximumAmount) return "too-large";
  return amount;
}

/** "€45.00", "¥500". */
export function formatMoney({ amount, currency }: Money, locale = "en"): string {
  const digits = fractionDigits(currency);
  const format = new Intl.NumberFormat(locale, { style: "currency", currency });
  return format.format(amount / 10 ** digits);
}

/** The amount as a person would type it into the price field: "45.00", "500". */
export function editablePrice({ amount, currency }: Money): string {
  return (amount / 10 ** fractionDigits(currency)).toFixed(fractionDigits(currency));
}

export function largestPrice(currency: Currency): Money {
  return { amount: maximumAmount, currency };
}
