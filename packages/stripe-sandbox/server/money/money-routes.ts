import type Stripe from "stripe";
import { findObject } from "../api/find-object.ts";
import { pageParams } from "../api/list-page.ts";
import { listRoute } from "../api/list-route.ts";
import { expandOnly, type Kind } from "../api/parameters.ts";
import { type Route, route } from "../api/route.ts";
import type { Call } from "../state/call.ts";
import { createRefund, refundParams } from "./create-refund.ts";
import { answerDispute, disputeParams, giveInToDispute } from "./decide-dispute.ts";
import { showBalance, showBalanceTransaction } from "./show-balance.ts";

const chargeListParams = {
  ...pageParams,
  created: "range",
  customer: "customer",
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
  payout: "payout",
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
  listRoute("/v1/charges", {
    params: chargeListParams,
    objects: ({ state }: Call) => Object.values(state.charges),
    equal: ["payment_intent", "transfer_group"],
  }),
  route("GET", "/v1/charges/:id", {
    params: expandOnly,
    run: (call, _, id) => findObject("charge", call.state.charges, id),
  }),
  route("POST", "/v1/refunds", { params: refundParams, run: createRefund }),
  listRoute("/v1/refunds", {
    params: refundListParams,
    objects: ({ state }: Call) => Object.values(state.refunds),
    equal: ["payment_intent", "charge"],
  }),
  route("GET", "/v1/refunds/:id", {
    params: expandOnly,
    run: (call, _, id) => findObject("refund", call.state.refunds, id),
  }),
  route("GET", "/v1/balance", { params: expandOnly, run: showBalance }),
  listRoute("/v1/balance_transactions", {
    params: transactionListParams,
    objects: (call: Call) =>
      Object.values(call.state.balance_transactions).map((transaction) =>
        showBalanceTransaction(call, transaction),
      ),
    equal: ["currency", "source", "type"],
  }),
  route("GET", "/v1/balance_transactions/:id", {
    params: expandOnly,
    run: (call, _, id) =>
      showBalanceTransaction(
        call,
        findObject("balance_transaction", call.state.balance_transactions, id),
      ),
  }),
  listRoute("/v1/disputes", {
    params: disputeListParams,
    objects: ({ state }: Call) => Object.values(state.disputes),
    equal: ["charge", "payment_intent"],
  }),
  route("GET", "/v1/disputes/:id", {
    params: expandOnly,
    run: (call, _, id) => findObject("dispute", call.state.disputes, id),
  }),
  route("POST", "/v1/disputes/:id", {
    params: disputeParams,
    run: (call, wanted, id) =>
      answerDispute(call, findObject("dispute", call.state.disputes, id), wanted),
  }),
  route("POST", "/v1/disputes/:id/close", {
    params: expandOnly,
    run: (call, _, id) => giveInToDispute(call, findObject("dispute", call.state.disputes, id)),
  }),
  listRoute("/v1/radar/early_fraud_warnings", {
    params: warningListParams,
    objects: ({ state }: Call) => Object.values(state.early_fraud_warnings),
    equal: ["charge", "payment_intent"],
  }),
  route("GET", "/v1/radar/early_fraud_warnings/:id", {
    params: expandOnly,
    run: (call, _, id) => findObject("early_fraud_warning", call.state.early_fraud_warnings, id),
  }),
];
