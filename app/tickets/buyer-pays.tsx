import { currencies, formatMoney, parsePrice } from "#kernel/money.ts";

/** What a buyer will pay for what is typed so far. The price is all of it: there is no fee on either side. */
export function BuyerPays({ price, currency }: { price: string; currency: string }) {
  const known = currencies.find((code) => code === currency);
  const amount = known && parsePrice(price, known);
  return (
    <p className="-mt-5 text-sm text-soft">
      A buyer pays exactly{" "}
      {known && typeof amount === "number" ? (
        <strong className="tabular font-semibold text-ink">
          {formatMoney({ amount, currency: known })}
        </strong>
      ) : (
        "this"
      )}
      : nothing is added.
    </p>
  );
}
