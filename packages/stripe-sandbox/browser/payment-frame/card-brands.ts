export type CardBrand = {
  name: string;
  starts: RegExp;
  lengths: number[];
  groups: number[];
  cvcLength: number;
};

const inFours = [4, 4, 4, 4];

const brands: CardBrand[] = [
  { name: "Visa", starts: /^4/, lengths: [16], groups: inFours, cvcLength: 3 },
  { name: "Mastercard", starts: /^(5[1-5]|2[2-7])/, lengths: [16], groups: inFours, cvcLength: 3 },
  { name: "Amex", starts: /^3[47]/, lengths: [15], groups: [4, 6, 5], cvcLength: 4 },
  { name: "Diners", starts: /^3(0[0-5]|[689])/, lengths: [14, 16], groups: inFours, cvcLength: 3 },
  { name: "JCB", starts: /^35/, lengths: [16], groups: inFours, cvcLength: 3 },
  { name: "UnionPay", starts: /^62/, lengths: [16], groups: inFours, cvcLength: 3 },
  { name: "Discover", starts: /^6(011|4[4-9]|5)/, lengths: [16], groups: inFours, cvcLength: 3 },
];

const unknownBrand: CardBrand = {
  name: "",
  starts: /^/,
  lengths: [16],
  groups: inFours,
  cvcLength: 3,
};

export function brandOf(digits: string): CardBrand {
  return brands.find((brand) => brand.starts.test(digits)) ?? unknownBrand;
}
