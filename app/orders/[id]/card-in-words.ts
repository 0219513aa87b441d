/** Brands whose name is not simply Stripe's, capitalised. */
const brands: Record<string, string> = {
  amex: "American Express",
  cartes_bancaires: "Cartes Bancaires",
  diners: "Diners Club",
  eftpos_au: "eftpos",
  jcb: "JCB",
  mastercard: "Mastercard",
  unionpay: "UnionPay",
};

type Card = { cardBrand: string | null; cardLast4: string | null };

/** The card that paid: "Visa ending in 4242". Null when it is not known, as of payments before it was kept. */
export function cardInWords({ cardBrand, cardLast4 }: Card): string | null {
  if (!cardLast4) return null;
  return `${nameOf(cardBrand)} ending in ${cardLast4}`;
}

function nameOf(brand: string | null): string {
  if (!brand || brand === "unknown" || brand === "link") return "Card";
  return brands[brand] ?? brand.charAt(0).toUpperCase() + brand.slice(1);
}
