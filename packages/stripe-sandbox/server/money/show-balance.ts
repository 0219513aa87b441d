import type Stripe from "stripe";
import type { Call } from "../state/call.ts";
import type { StoredBalanceTransaction } from "../state/stored-objects.ts";

export function showBalance(call: Call): Stripe.Balance {
  const transactions = Object.values(call.state.balance_transactions);
  const currencies = [...new Set(transactions.map((transaction) => transaction.currency))];
  const sum = (currency: string, available: boolean) => {
    const amount = transactions
      .filter(
        (transaction) =>
          transaction.currency === currency && isAvailable(call, transaction) === available,
      )
      .reduce((total, transaction) => total + transaction.net, 0);
    return { amount, currency, source_types: { card: amount } };
  };
  return {
    object: "balance",
    available: currencies.map((currency) => sum(currency, true)),
    livemode: false,
    pending: currencies.map((currency) => sum(currency, false)),
  };
}

/** `status` depends on the clock, so it is computed when asked for. */
export function showBalanceTransaction(
  call: Call,
  transaction: StoredBalanceTransaction,
): StoredBalanceTransaction {
  return { ...transaction, status: isAvailable(call, transaction) ? "available" : "pending" };
}

function isAvailable(call: Call, transaction: StoredBalanceTransaction): boolean {
  return transaction.available_on <= call.now;
}
