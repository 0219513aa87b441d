import { type Currency, inMinorUnits, type Money } from "./money.ts";

/**
 * About how many units of a currency a euro buys. Rates move: this puts lists of several currencies in a sensible order,
 * and nobody is ever charged, paid or quoted by it.
 */
const perEuro = {
  eur: 1,
  gbp: 0.86,
  usd: 1.1,
  chf: 0.95,
  sek: 11.3,
  nok: 11.6,
  dkk: 7.46,
  isk: 148,
  pln: 4.3,
  czk: 25,
  huf: 400,
  ron: 5,
  try: 45,
  aud: 1.7,
  nzd: 1.85,
  jpy: 165,
  krw: 1550,
  sgd: 1.45,
  hkd: 8.7,
  myr: 4.9,
  thb: 38,
  inr: 95,
  aed: 4.1,
  kwd: 0.34,
  zar: 20,
  ugx: 4100,
  cad: 1.55,
  mxn: 20.5,
  brl: 6.2,
  ars: 1500,
  clp: 1050,
  cop: 4600,
} as const satisfies Record<Currency, number>;

/** About how many euro cents an amount is. For ordering lists alone. */
export function roughWorth({ amount, currency }: Money): number {
  return Math.round((amount / inMinorUnits(perEuro[currency], currency)) * 100);
}
