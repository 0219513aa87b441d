/**
 * What docs.stripe.com/currencies says of amounts, in the smallest unit the API takes. A currency without a line of its own has no
 * minimum of its own: Stripe converts it and asks for the minimum of the currency that is paid out, which is the euro here.
 */
export const smallestAmounts: Record<string, number> = {
  aed: 200,
  ars: 50,
  aud: 50,
  brl: 50,
  cad: 50,
  chf: 50,
  cop: 50,
  czk: 1500,
  dkk: 250,
  eur: 50,
  gbp: 30,
  hkd: 400,
  huf: 17_500,
  idr: 50,
  ils: 50,
  inr: 50,
  jpy: 50,
  krw: 50,
  mxn: 1000,
  myr: 200,
  nok: 300,
  nzd: 50,
  php: 50,
  pln: 200,
  ron: 200,
  rub: 50,
  sek: 300,
  sgd: 50,
  thb: 1000,
  usd: 50,
  zar: 50,
};

/** The page allows more for cards alone, the SDK's own text does not: the smaller holds for every way to pay. */
export const largestAmounts: Record<string, number> = {
  cop: 9_999_999_999,
  idr: 999_999_999_999,
  inr: 999_999_999,
};
export const LARGEST_ELSEWHERE = 99_999_999;

/**
 * Fractions that cannot be charged. Three-decimal currencies end in 0. ISK and UGX have no fractions, yet are written with two
 * decimals. (HUF and TWD are whole in payouts only.)
 */
export const multiples: Record<string, number> = {
  bhd: 10,
  iqd: 10,
  jod: 10,
  kwd: 10,
  lyd: 10,
  omr: 10,
  tnd: 10,
  isk: 100,
  ugx: 100,
};

/** Written without decimals. */
export const zeroDecimal: readonly string[] =
  "bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf".split(" ");

/** Written with three decimals. */
export const threeDecimal: readonly string[] = "bhd iqd jod kwd lyd omr tnd".split(" ");
