import { brandOf } from "./card-brands.ts";

export function digitsIn(text: string): string {
  return text.replaceAll(/\D/g, "");
}

/** `4242 4242 …`, or 4-6-5 for American Express. */
export function formatNumber(text: string): string {
  const digits = digitsIn(text);
  const brand = brandOf(digits);
  const kept = digits.slice(0, Math.max(...brand.lengths));
  const groups: string[] = [];
  let start = 0;
  for (const length of brand.groups) {
    if (start < kept.length) groups.push(kept.slice(start, start + length));
    start += length;
  }
  return groups.join(" ");
}

/** `MM / YY` while it is typed; `12/2034` pasted or filled in by the browser is understood too. */
export function formatExpiry(text: string): string {
  const [, month, year] = /^(\d{1,2})\s*\/\s*(?:20)?(\d{2})$/.exec(text.trim()) ?? [];
  if (month && year) return `${month.padStart(2, "0")} / ${year}`;
  let digits = digitsIn(text);
  // No two-digit month starts with 2 to 9.
  if (/^[2-9]/.test(digits)) digits = `0${digits}`;
  if (digits.length < 3) return digits;
  return `${digits.slice(0, 2)} / ${digits.slice(2, 4)}`;
}

export function formatCvc(text: string, number: string): string {
  return digitsIn(text).slice(0, brandOf(digitsIn(number)).cvcLength);
}
