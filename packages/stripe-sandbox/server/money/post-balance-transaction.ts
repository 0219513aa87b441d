import type Stripe from "stripe";
import type { Call } from "../state/call.ts";
import { newId } from "../state/new-id.ts";
import type { StoredBalanceTransaction } from "../state/stored-objects.ts";

type Entry = {
  type: Stripe.BalanceTransaction.Type;
  reportingCategory: string;
  amount: number;
  fee: number;
  currency: string;
  source: string;
  availableOn: number;
  description: string | null;
};

/** One line of the ledger. `GET /v1/balance` is the sum of their `net`, and nothing else moves money. */
export function postBalanceTransaction(call: Call, entry: Entry): StoredBalanceTransaction {
  const transaction = {
    id: newId("txn"),
    object: "balance_transaction",
    amount: entry.amount,
    available_on: entry.availableOn,
    balance_type: "payments",
    created: call.now,
    currency: entry.currency,
    description: entry.description,
    exchange_rate: null,
    fee: entry.fee,
    fee_details:
      entry.fee === 0
        ? []
        : [
            {
              amount: entry.fee,
              application: null,
              currency: entry.currency,
              description: "Stripe processing fees",
              type: "stripe_fee",
            },
          ],
    net: entry.amount - entry.fee,
    reporting_category: entry.reportingCategory,
    source: entry.source,
    status: entry.availableOn <= call.now ? "available" : "pending",
    type: entry.type,
  } satisfies Stripe.BalanceTransaction;
  call.state.balance_transactions[transaction.id] = transaction;
  return transaction;
}
