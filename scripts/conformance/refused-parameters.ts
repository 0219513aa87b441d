import type { FormFields } from "./encode-form.ts";

const ways = { allowed_payment_method_types: ["card"] };
const payment = { amount: 4500, currency: "eur", ...ways };
const fiftyOneKeys = Object.fromEntries(
  Array.from({ length: 51 }, (_, index) => [`key${index}`, "x"]),
);

/** What creating a PaymentIntent refuses, and a few neighbours that it takes. */
export const refusedParameters: [string, FormFields][] = [
  ["without an amount", { currency: "eur", ...ways }],
  ["0", { ...payment, amount: 0 }],
  ["0.49 eur", { ...payment, amount: 49 }],
  ["0.29 gbp", { ...payment, amount: 29, currency: "gbp" }],
  ["0.30 gbp", { ...payment, amount: 30, currency: "gbp" }],
  ["2.99 sek", { ...payment, amount: 299, currency: "sek" }],
  ["174.99 huf", { ...payment, amount: 17_499, currency: "huf" }],
  ["175.50 huf", { ...payment, amount: 17_550, currency: "huf" }],
  ["49 jpy", { ...payment, amount: 49, currency: "jpy" }],
  ["5.005 kwd", { ...payment, amount: 5005, currency: "kwd" }],
  ["1500.50 isk", { ...payment, amount: 150_050, currency: "isk" }],
  ["nine digits", { ...payment, amount: 100_000_000 }],
  ["half a cent", { ...payment, amount: 10.5 }],
  ["upper case currency", { ...payment, currency: "EUR" }],
  ["no such currency", { ...payment, currency: "xyz" }],
  ["unknown parameter", { ...payment, nonsense: 1 }],
  ["payment_method_types", { amount: 4500, currency: "eur", payment_method_types: ["card"] }],
  ["both lists", { ...payment, automatic_payment_methods: { enabled: true } }],
  ["allowed and excluded", { ...payment, excluded_payment_method_types: ["link"] }],
  ["no such way to pay", { ...payment, allowed_payment_method_types: ["shells"] }],
  ["no such capture", { ...payment, capture_method: "later" }],
  ["a boolean from Python", { ...payment, confirm: "False" }],
  ["no boolean", { ...payment, confirm: "yes" }],
  ["51 keys of metadata", { ...payment, metadata: fiftyOneKeys }],
  ["a long value of metadata", { ...payment, metadata: { a: "x".repeat(501) } }],
  ["unknown customer", { ...payment, customer: "cus_none" }],
  ["unknown account", { ...payment, on_behalf_of: "acct_none" }],
  ["unknown payment method", { ...payment, payment_method: "pm_none" }],
  ["a fee without a destination", { ...payment, application_fee_amount: 100 }],
  ["a card's descriptor", { ...payment, statement_descriptor: "ROWLOCK" }],
  ["a card's suffix", { ...payment, statement_descriptor_suffix: "ROWLOCK" }],
  ["a suffix with a star", { ...payment, statement_descriptor_suffix: "ROW*LOCK" }],
];
