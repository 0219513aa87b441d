import { type Currency, formatMoney } from "#kernel/money.ts";
import type { ChargeView } from "#lib/payments/find-charge.ts";

type Paid = { status: string; price: number; currency: Currency };

/** What became of the buyer's money, once the order is over. */
export function moneySentence(
  { status, price, currency }: Paid,
  charge: Pick<ChargeView, "refund"> | null,
): string {
  const taken = formatMoney({ amount: price, currency });
  const { refund } = charge ?? {};
  if (!refund) {
    return status === "completed"
      ? `You paid ${taken}. We have sent you an email with everything in it.`
      : "You were not charged.";
  }
  const back = refund.amount < price ? formatMoney({ ...refund, currency }) : "all of it";
  switch (refund.status) {
    case "created":
    case "pending":
      return `You paid ${taken}, and ${back} is on its way back to your card. This can take some days.`;
    case "succeeded":
      return `You paid ${taken}, and ${back} has been given back to your card.`;
    case "failed":
      return `You paid ${taken}, and your bank did not take it back. We know, and a person is seeing to it.`;
  }
}
