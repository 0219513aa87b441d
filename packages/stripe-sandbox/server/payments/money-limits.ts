import { invalidParameter } from "../api/api-error.ts";

/** Stripe's smallest charge is 50 cents or about that; its largest has eight digits. */
const SMALLEST_AMOUNT = 50;
const LARGEST_AMOUNT = 99_999_999;

const currencies = new Set(Intl.supportedValuesOf("currency").map((code) => code.toLowerCase()));

export function requireAmount(amount: number, param = "amount"): number {
  if (amount < SMALLEST_AMOUNT) {
    throw invalidParameter(
      "amount_too_small",
      param,
      `Amount must be at least ${SMALLEST_AMOUNT} of the currency's smallest unit.`,
    );
  }
  if (amount > LARGEST_AMOUNT)
    throw invalidParameter("amount_too_large", param, "Amount must be no more than $999,999.99");
  return amount;
}

export function requireCurrency(currency: string): string {
  if (currencies.has(currency)) return currency;
  throw invalidParameter(
    "invalid_currency",
    "currency",
    `Invalid currency: ${currency}. Write it in lower case, such as eur.`,
  );
}
