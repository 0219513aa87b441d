import { z } from "zod";

/** How a currency's amounts are written, for Stripe and by people. */
type Decimals = {
  /** Digits of Stripe's amount that stand behind the point: 2 for cents, 0 for yen. */
  minor: number;
  /** Digits behind the point that a price may have; Stripe's amount ends in zeros where it has more. */
  priced: number;
};
const two: Decimals = { minor: 2, priced: 2 };
const none: Decimals = { minor: 0, priced: 0 };
/** Stripe takes whole units only, or pays out whole units only (forint), though it counts in hundredths. */
const whole: Decimals = { minor: 2, priced: 0 };
/** Stripe counts in thousandths, of which the last digit has to be 0. */
const three: Decimals = { minor: 3, priced: 2 };

/** Eight digits, unless a currency's row says otherwise. */
const eightDigits = 99_999_999;

/**
 * A currency a price may be in. `stripe` is the smallest payment for accounts that are paid out in it, in major units;
 * null where Stripe states none. A payment in another currency than the account's is converted, and has to be worth
 * the smallest of the account's: `lowest` is worth half a euro or more in each, with room for exchange rates to move, so
 * that it clears the euro's and, but for small change, every other. `largest` is in minor units.
 */
type Limits = Decimals & { stripe: number | null; lowest: number; largest: number };
const limits = (
  decimals: Decimals,
  stripe: number | null,
  lowest: number,
  largest = eightDigits,
): Limits => ({ ...decimals, stripe, lowest, largest });

/**
 * What Stripe takes, for the countries of kernel/countries.ts and some beside them (ISO 4217, lower case as Stripe
 * writes them), by https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts and "Special cases" there, as
 * of 2026-11. Rupees may have nine digits, and by card pesos of Colombia and forint more than a column here can hold.
 */
const table = {
  eur: limits(two, 0.5, 0.5),
  gbp: limits(two, 0.3, 0.5),
  usd: limits(two, 0.5, 1),
  chf: limits(two, 0.5, 1),
  sek: limits(two, 3, 10),
  nok: limits(two, 3, 10),
  dkk: limits(two, 2.5, 5),
  isk: limits(whole, null, 150),
  pln: limits(two, 2, 4),
  czk: limits(two, 15, 20),
  huf: limits(whole, 175, 350, 999_999_999),
  ron: limits(two, 2, 5),
  try: limits(two, null, 50),
  aud: limits(two, 0.5, 2),
  nzd: limits(two, 0.5, 2),
  jpy: limits(none, 50, 150),
  krw: limits(none, null, 1500),
  sgd: limits(two, 0.5, 2),
  hkd: limits(two, 4, 10),
  myr: limits(two, 2, 5),
  thb: limits(two, 10, 40),
  inr: limits(two, 0.5, 100, 999_999_999),
  aed: limits(two, 2, 4),
  kwd: limits(three, null, 0.3),
  zar: limits(two, null, 20),
  ugx: limits(whole, null, 4000),
  cad: limits(two, 0.5, 2),
  mxn: limits(two, 10, 20),
  brl: limits(two, 0.5, 5),
  ars: limits(two, null, 2000),
  clp: limits(none, null, 1000),
  cop: limits(whole, null, 5000, 2_000_000_000),
} as const satisfies Record<string, Limits>;

export type Currency = keyof typeof table;
export const currencies = Object.keys(table) as Currency[]; // keys of the literal above
export const currencySchema = z.enum(currencies, "Choose one of the currencies in the list.");

/**
 * An amount in Stripe's minor units (cents; for yen, yen; for krónur, hundredths all the same) with its currency. Never
 * a float of major units.
 */
export type Money = { amount: number; currency: Currency };

/** Digits a price may have behind the point: 2 for euros, 0 for yen and krónur. */
export function fractionDigits(currency: Currency): number {
  return table[currency].priced;
}

/** The lowest price a ticket may be listed at. */
export function minimumPrice(currency: Currency): number {
  return inMinorUnits(table[currency].lowest, currency);
}

/** Stripe's own smallest payment, where it states one for accounts that are paid out in this currency. */
export function stripeMinimum(currency: Currency): number | null {
  const { stripe } = table[currency];
  return stripe === null ? null : inMinorUnits(stripe, currency);
}

/** What prices of a currency are multiples of, in minor units: 1, or 100 where there are whole units only. */
export function priceStep(currency: Currency): number {
  const { minor, priced } = table[currency];
  return 10 ** (minor - priced);
}

/** So many whole units of a currency as an amount. */
export function inMinorUnits(major: number, currency: Currency): number {
  return Math.round(major * 10 ** table[currency].minor);
}

export type PriceProblem = "not-a-price" | "too-many-decimals" | "too-small" | "too-large";

/**
 * Reads what a person typed as a price ("45", "45.5", "45,50") into minor units, by digits alone:
 * 4.35 × 100 is 434.99999999999994 in floating point.
 */
export function parsePrice(text: string, currency: Currency): number | PriceProblem {
  const match = /^(\d{1,9})(?:[.,](\d{1,9}))?$/.exec(text.trim());
  if (!match) return "not-a-price";
  const [, units = "", fraction = ""] = match;
  const { minor, priced, largest } = table[currency];
  if (fraction.length > priced) return "too-many-decimals";
  const amount = Number(units + fraction.padEnd(minor, "0"));
  if (amount < minimumPrice(currency)) return "too-small";
  if (amount > largest) return "too-large";
  return amount;
}

/** "€45.00", "¥500". */
export function formatMoney({ amount, currency }: Money, locale = "en"): string {
  return formatter(currency, locale).format(amount / 10 ** table[currency].minor);
}

// Making a formatter costs some hundred times what using it does, and a page has a price in every line.
const formatters = new Map<string, Intl.NumberFormat>();

function formatter(currency: Currency, locale: string): Intl.NumberFormat {
  const name = `${currency} ${locale}`;
  const known = formatters.get(name);
  if (known) return known;
  const { priced } = table[currency];
  const digits = { minimumFractionDigits: priced, maximumFractionDigits: priced };
  const made = new Intl.NumberFormat(locale, { style: "currency", currency, ...digits });
  formatters.set(name, made);
  return made;
}

/** "€42", "€42.50": without the zeros of a whole amount. */
export function formatMoneyShort(money: Money): string {
  return formatMoney(money).replace(/\.0+$/, "");
}

/** What each of `people` pays of an amount, to the nearest that can be paid in its currency. */
export function shareOf({ amount, currency }: Money, people: number): Money {
  const step = priceStep(currency);
  return { amount: Math.round(amount / people / step) * step, currency };
}

/** The amount as a person would type it into the price field: "45.00", "500". */
export function editablePrice({ amount, currency }: Money): string {
  const { minor, priced } = table[currency];
  return (amount / 10 ** minor).toFixed(priced);
}

export function largestPrice(currency: Currency): Money {
  const step = priceStep(currency);
  return { amount: Math.floor(table[currency].largest / step) * step, currency };
}
