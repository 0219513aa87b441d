import type Stripe from "stripe";
import { resourceMissing } from "../api/api-error.ts";
import { isInRange, listPage, pageParams } from "../api/list-page.ts";
import type { Kind } from "../api/parameters.ts";
import { type Route, route } from "../api/route.ts";
import { createRefund, refundParams } from "./create-refund.ts";
import { answerDispute, disputeParams, giveInToDispute } from "./decide-dispute.ts";
import { showBalance, showBalanceTransaction } from "./show-balance.ts";

const expandOnly = { expand: "strings" } as const;

const chargeListParams = {
  ...pageParams,
  created: "range",
  customer: "string",
  payment_intent: "string",
  transfer_group: "string",
} as const satisfies Record<keyof Stripe.ChargeListParams, Kind>;

const refundListParams = {
  ...pageParams,
  charge: "string",
  created: "range",
  payment_intent: "string",
} as const satisfies Record<keyof Stripe.RefundListParams, Kind>;

const transactionListParams = {
  ...pageParams,
  created: "range",
  currency: "string",
  payout: "ignored",
  source: "string",
  type: "string",
} as const satisfies Record<keyof Stripe.BalanceTransactionListParams, Kind>;

const disputeListParams = {
  ...pageParams,
  charge: "string",
  created: "range",
  payment_intent: "string",
} as const satisfies Record<keyof Stripe.DisputeListParams, Kind>;

const warningListParams = {
  ...pageParams,
  charge: "string",
  created: "range",
  payment_intent: "string",
} as const satisfies Record<keyof Stripe.Radar.EarlyFraudWarningListParams, Kind>;

export const moneyRoutes: Route[] = [
  route("GET", "/v1/charges", {
    params: chargeListParams,
    run: (call, wanted) =>
      listPage(
        "/v1/charges",
        Object.values(call.state.charges).filter(
          (charge) =>
            isInRange(charge.created, wanted.created) &&
            same(wanted.payment_intent, charge.payment_intent) &&
            same(wanted.customer, charge.customer) &&
            same(wanted.transfer_group, charge.transfer_group),
        ),
        wanted,
      ),
  }),
  route("GET", "/v1/charges/:id", {
    params: expandOnly,
    run: (call, _, id) => found("charge", call.state.charges, id),
  }),
  route("POST", "/v1/refunds", { params: refundParams, run: createRefund }),
  route("GET", "/v1/refunds", {
    params: refundListParams,
    run: (call, wanted) =>
      listPage(
        "/v1/refunds",
        Object.values(call.state.refunds).filter(
          (refund) =>
            isInRange(refund.created, wanted.created) &&
            same(wanted.payment_intent, refund.payment_intent) &&
            same(wanted.charge, refund.charge),
        ),
        wanted,
      ),
  }),
  route("GET", "/v1/refunds/:id", {
    params: expandOnly,
    run: (call, _, id) => found("refund", call.state.refunds, id),
  }),
  route("GET", "/v1/balance", { params: expandOnly, run: showBalance }),
  route("GET", "/v1/balance_transactions", {
    params: transactionListParams,
    run: (call, wanted) =>
      listPage(
        "/v1/balance_transactions",
        Object.values(call.state.balance_transactions)
          .filter(
            (transaction) =>
              isInRange(transaction.created, wanted.created) &&
              same(wanted.currency, transaction.currency) &&
              same(wanted.source, transaction.source) &&
              same(wanted.type, transaction.type),
          )
          .map((transaction) => showBalanceTransaction(call, transaction)),
        wanted,
      ),
  }),
  route("GET", "/v1/balance_transactions/:id", {
    params: expandOnly,
    run: (call, _, id) =>
      showBalanceTransaction(
        call,
        found("balance_transaction", call.state.balance_transactions, id),
      ),
  }),
  route("GET", "/v1/disputes", {
    params: disputeListParams,
    run: (call, wanted) =>
      listPage(
        "/v1/disputes",
        Object.values(call.state.disputes).filter(
          (dispute) =>
            isInRange(dispute.created, wanted.created) &&
            same(wanted.charge, dispute.charge) &&
            same(wanted.payment_intent, dispute.payment_intent),
        ),
        wanted,
      ),
  }),
  route("GET", "/v1/disputes/:id", {
    params: expandOnly,
    run: (call, _, id) => found("dispute", call.state.disputes, id),
  }),
  route("POST", "/v1/disputes/:id", {
    params: disputeParams,
    run: (call, wanted, id) =>
      answerDispute(call, found("dispute", call.state.disputes, id), wanted),
  }),
  route("POST", "/v1/disputes/:id/close", {
    params: expandOnly,
    run: (call, _, id) => giveInToDispute(call, found("dispute", call.state.disputes, id)),
  }),
  route("GET", "/v1/radar/early_fraud_warnings", {
    params: warningListParams,
    run: (call, wanted) =>
      listPage(
        "/v1/radar/early_fraud_warnings",
        Object.values(call.state.early_fraud_warnings).filter(
          (warning) =>
            isInRange(warning.created, wanted.created) &&
            same(wanted.charge, warning.charge) &&
            same(wanted.payment_intent, warning.payment_intent),
        ),
        wanted,
      ),
  }),
  route("GET", "/v1/radar/early_fraud_warnings/:id", {
    params: expandOnly,
    run: (call, _, id) => found("early_fraud_warning", call.state.early_fraud_warnings, id),
  }),
];

function same(wanted: string | undefined, value: string | null): boolean {
  return wanted === undefined || wanted === value;
}

function found<T>(kind: string, objects: Record<string, T>, id: string): T {
  const object = objects[id];
  if (!object) throw resourceMissing(kind, id);
  return object;
}
