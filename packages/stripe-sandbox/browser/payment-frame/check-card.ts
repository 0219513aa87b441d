import { brandOf } from "./card-brands.ts";
import { digitsIn } from "./format-card.ts";

export type CardProblem = { code: string; message: string };
export type CardFields = { number: string; expiry: string; cvc: string };
export type CardProblems = { [K in keyof CardFields]: CardProblem | null };

/** Stripe.js' own codes and sentences. */
const problems = {
  incomplete_number: "Your card number is incomplete.",
  invalid_number: "Your card number is invalid.",
  incomplete_expiry: "Your card's expiration date is incomplete.",
  invalid_expiry_month: "Your card's expiration date is invalid.",
  invalid_expiry_month_past: "Your card's expiration date is in the past.",
  invalid_expiry_year_past: "Your card's expiration year is in the past.",
  incomplete_cvc: "Your card's security code is incomplete.",
} as const;

export function checkCard(fields: CardFields, today: Date): CardProblems {
  return {
    number: checkNumber(digitsIn(fields.number)),
    expiry: checkExpiry(digitsIn(fields.expiry), today),
    cvc: checkCvc(fields),
  };
}

function problem(code: keyof typeof problems): CardProblem {
  return { code, message: problems[code] };
}

function checkNumber(digits: string): CardProblem | null {
  if (!brandOf(digits).lengths.includes(digits.length)) return problem("incomplete_number");
  return passesLuhn(digits) ? null : problem("invalid_number");
}

function checkExpiry(digits: string, today: Date): CardProblem | null {
  if (digits.length < 4) return problem("incomplete_expiry");
  const month = Number(digits.slice(0, 2));
  const year = 2000 + Number(digits.slice(2));
  if (month < 1 || month > 12) return problem("invalid_expiry_month");
  if (year < today.getFullYear()) return problem("invalid_expiry_year_past");
  return year === today.getFullYear() && month < today.getMonth() + 1
    ? problem("invalid_expiry_month_past")
    : null;
}

function checkCvc({ number, cvc }: CardFields): CardProblem | null {
  return cvc.length === brandOf(digitsIn(number)).cvcLength ? null : problem("incomplete_cvc");
}

/** The check digit every card number ends with. */
export function passesLuhn(digits: string): boolean {
  const sum = digits
    .split("")
    .toReversed()
    .reduce((total, digit, index) => {
      const doubled = Number(digit) * (index % 2 === 1 ? 2 : 1);
      return total + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
  return sum % 10 === 0;
}
