import { currencies, formatMoney, type Money, parsePrice, shareOf } from "#kernel/money.ts";

type BuyerPaysProps = {
  price?: string | undefined;
  currency?: string | undefined;
  /** How many people each ticket admits, and how many tickets there are. */
  admits: number;
  tickets: number;
};

/** What a buyer will pay for what is typed so far. The price is all of it: there is no fee on either side. */
export function BuyerPays({ price, currency, admits, tickets }: BuyerPaysProps) {
  const known = currencies.find((code) => code === currency);
  const amount = known && parsePrice(price ?? "", known);
  const asked = known && typeof amount === "number" ? { amount, currency: known } : null;
  return (
    <p className="-mt-5 text-sm text-soft">
      A buyer pays exactly {asked ? <Sum money={asked} /> : "this"}
      {tickets > 1 && " for each of them"}: nothing is added.
      {asked && admits > 1 && (
        <>
          {" "}
          That is <Sum money={shareOf(asked, admits)} /> per person.
        </>
      )}
      {asked && tickets > 1 && (
        <>
          {" "}
          All {tickets} sold, you get <Sum money={{ ...asked, amount: asked.amount * tickets }} />.
        </>
      )}
    </p>
  );
}

function Sum({ money }: { money: Money }) {
  return <strong className="tabular font-semibold text-ink">{formatMoney(money)}</strong>;
}
