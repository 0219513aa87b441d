import type { Parameters } from "../api/parameters.ts";
import type { SandboxState } from "../state/sandbox-state.ts";
import type { StoredPaymentIntent } from "../state/stored-objects.ts";
import { readThreeDSecure } from "./card-options.ts";
import { requireAmount, requireCurrency } from "./money-limits.ts";
import type { createParams } from "./payment-intent-params.ts";
import { requireDescriptors } from "./statement-descriptors.ts";
import { chooseWaysToPay } from "./ways-to-pay.ts";

type Wanted = Partial<Parameters<typeof createParams>>;
type Changes = Partial<StoredPaymentIntent>;

/** What creating, updating and confirming change alike. All is checked, and nothing is changed yet. */
export function readChanges(
  state: SandboxState,
  before: StoredPaymentIntent,
  wanted: Wanted,
): Changes {
  const changes: Changes = {
    ...money(before, wanted),
    ...texts(wanted),
    ...chooseWaysToPay(state, before, wanted),
    ...options(before, wanted),
  };
  if (wanted.capture_method !== undefined) changes.capture_method = wanted.capture_method;
  requireDescriptors({ ...before, ...changes });
  return changes;
}

function money(before: StoredPaymentIntent, wanted: Wanted): Changes {
  if (wanted.amount === undefined && wanted.currency === undefined) return {};
  const currency = requireCurrency(wanted.currency ?? before.currency);
  return { currency, amount: requireAmount(wanted.amount ?? before.amount, currency) };
}

/** An empty string unsets. */
function texts(wanted: Wanted): Changes {
  const names = [
    "description",
    "receipt_email",
    "setup_future_usage",
    "statement_descriptor",
    "statement_descriptor_suffix",
    "transfer_group",
  ] as const;
  return Object.fromEntries(
    names
      .filter((name) => wanted[name] !== undefined)
      .map((name) => [name, wanted[name] === "" ? null : wanted[name]]),
  );
}

function options(before: StoredPaymentIntent, wanted: Wanted): Changes {
  if (wanted.payment_method_options === undefined) return {};
  const asked = readThreeDSecure(wanted.payment_method_options);
  const card = before.payment_method_options?.card;
  if (asked === undefined || !card) return {};
  return {
    payment_method_options: {
      ...before.payment_method_options,
      card: { ...card, request_three_d_secure: asked },
    },
  };
}
