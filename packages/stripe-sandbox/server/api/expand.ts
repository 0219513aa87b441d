import type Stripe from "stripe";
import type { SandboxState } from "../state/sandbox-state.ts";
import { invalidParameter } from "./api-error.ts";

type Json = Record<string, unknown>;

/** Stripe's own limit. */
const DEEPEST = 4;

type Known =
  | "balance_transaction"
  | "charge"
  | "dispute"
  | "early_fraud_warning"
  | "payment_intent"
  | "payment_method"
  | "refund";
/** `nothing`: what the id would name is not there in the sandbox, and the field is null. `anything`: it depends on the object. */
type Leads = Known | "anything" | "nothing";
type Fields<T> = Partial<Record<keyof T, Leads>>;

/** The fields that hold an id which `expand[]` replaces, as the SDK's types tell by `string | …`. */
const expandable = {
  balance_transaction: { source: "anything" } satisfies Fields<Stripe.BalanceTransaction>,
  charge: {
    application: "nothing",
    application_fee: "nothing",
    balance_transaction: "balance_transaction",
    customer: "nothing",
    failure_balance_transaction: "balance_transaction",
    on_behalf_of: "nothing",
    payment_intent: "payment_intent",
    refunds: "refund",
    review: "nothing",
    source_transfer: "nothing",
    transfer: "nothing",
  } satisfies Fields<Stripe.Charge>,
  dispute: {
    charge: "charge",
    payment_intent: "payment_intent",
  } satisfies Fields<Stripe.Dispute>,
  early_fraud_warning: {
    charge: "charge",
    payment_intent: "payment_intent",
  } satisfies Fields<Stripe.Radar.EarlyFraudWarning>,
  payment_intent: {
    application: "nothing",
    customer: "nothing",
    latest_charge: "charge",
    on_behalf_of: "nothing",
    payment_method: "payment_method",
    review: "nothing",
  } satisfies Fields<Stripe.PaymentIntent>,
  payment_method: { customer: "nothing" } satisfies Fields<Stripe.PaymentMethod>,
  refund: {
    balance_transaction: "balance_transaction",
    charge: "charge",
    failure_balance_transaction: "balance_transaction",
    payment_intent: "payment_intent",
    source_transfer_reversal: "nothing",
    transfer_reversal: "nothing",
  } satisfies Fields<Stripe.Refund>,
} as const satisfies Record<Known, Record<string, Leads>>;

/** Which object an endpoint answers, by the name of its collection. */
const answered: Record<string, Known> = {
  balance_transactions: "balance_transaction",
  charges: "charge",
  disputes: "dispute",
  early_fraud_warnings: "early_fraud_warning",
  payment_intents: "payment_intent",
  payment_methods: "payment_method",
  refunds: "refund",
};

/** Refuses paths that no answer of this endpoint could expand, whatever the object holds. `route` is the path with `:id`. */
export function requireExpandable(method: string, route: string, paths: string[]): void {
  const collection = route
    .replace(/\/:id.*$/, "")
    .split("/")
    .at(-1);
  const kind = answered[collection ?? ""] ?? "nothing";
  const isList = method === "GET" && !route.includes(":id") && kind !== "nothing";
  for (const path of paths) {
    const steps = path.split(".");
    if (steps.length > DEEPEST) throw notExpandable(path);
    if (isList && (steps.shift() !== "data" || steps.length === 0)) throw notExpandable(path);
    requirePath(kind, steps, path);
  }
}

function requirePath(kind: Leads, steps: string[], path: string): void {
  const [step, ...rest] = steps;
  if (step === undefined || kind === "anything") return;
  const fields: Record<string, Leads> = kind === "nothing" ? {} : expandable[kind];
  const next = Object.hasOwn(fields, step) ? fields[step] : undefined;
  if (next === undefined) throw notExpandable(path);
  requirePath(next, step === "refunds" && rest[0] === "data" ? rest.slice(1) : rest, path);
}

/** Returns a copy of the answer with the named ids replaced by their objects. */
export function expandAnswer(state: SandboxState, answer: object, paths: string[]): object {
  const copy = structuredClone(answer);
  for (const path of paths) expandPath(state, copy as Json, path.split("."), path); // a clone of a plain object
  return copy;
}

function expandPath(state: SandboxState, target: Json, steps: string[], path: string): void {
  const [step, ...rest] = steps;
  if (step === undefined) return;
  if (step === "refunds" && target.object === "charge")
    target.refunds = refundsOf(state, String(target.id));
  const value = target[step];
  if (value === undefined || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) expandPath(state, item as Json, rest, path); // lists hold objects
    return;
  }
  target[step] = typeof value === "string" ? objectOf(state, value, path) : value;
  expandPath(state, target[step] as Json, rest, path); // either found or already an object
}

function objectOf(state: SandboxState, id: string, path: string): Json {
  const [prefix = ""] = id.split("_");
  const found = shelves(state)[prefix]?.[id];
  if (!found) throw notExpandable(path);
  return structuredClone(found) as Json; // stored objects are plain JSON
}

function shelves(state: SandboxState): Record<string, Record<string, object>> {
  return {
    pi: state.payment_intents,
    ch: state.charges,
    re: state.refunds,
    pm: state.payment_methods,
    txn: state.balance_transactions,
    dp: state.disputes,
    issfr: state.early_fraud_warnings,
  };
}

function refundsOf(state: SandboxState, charge: string): Json {
  const data = Object.values(state.refunds).filter((refund) => refund.charge === charge);
  return {
    object: "list",
    data: structuredClone(data.toReversed()),
    has_more: false,
    url: `/v1/charges/${charge}/refunds`,
  };
}

function notExpandable(path: string): Error {
  return invalidParameter(null, "expand", `This property cannot be expanded (${path}).`);
}
