import type { SandboxState } from "../state/sandbox-state.ts";
import { invalidParameter } from "./api-error.ts";

type Json = Record<string, unknown>;

/** Stripe's own limit. */
const DEEPEST = 4;

/** Returns a copy of the answer with the named ids replaced by their objects. */
export function expandAnswer(state: SandboxState, answer: object, paths: string[]): object {
  const copy = structuredClone(answer);
  for (const path of paths) {
    const steps = path.split(".");
    if (steps.length > DEEPEST) throw notExpandable(path);
    expandPath(state, copy as Json, steps, path); // a clone of a plain object
  }
  return copy;
}

function expandPath(state: SandboxState, target: Json, steps: string[], path: string): void {
  const [step, ...rest] = steps;
  if (step === undefined) return;
  if (step === "refunds" && target.object === "charge")
    target.refunds = refundsOf(state, String(target.id));
  const value = target[step];
  if (value === undefined) throw notExpandable(path);
  if (value === null) return;
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
  return invalidParameter(
    "property_not_expandable",
    "expand",
    `This property cannot be expanded (${path}).`,
  );
}
