import type Stripe from "stripe";
import { ApiError, invalidParameter } from "../api/api-error.ts";
import type { FormHash } from "../api/form-encoding.ts";
import { oneOf, type Parameters, readParameters } from "../api/parameters.ts";
import { paymentMethodTypes, type PaymentMethodType } from "../state/payment-method-types.ts";
import type { SandboxState } from "../state/sandbox-state.ts";
import type { StoredPaymentIntent } from "../state/stored-objects.ts";
import type { createParams } from "./payment-intent-params.ts";

type Wanted = Pick<
  Parameters<typeof createParams>,
  "allowed_payment_method_types" | "automatic_payment_methods" | "excluded_payment_method_types"
>;
type Chosen = Pick<StoredPaymentIntent, keyof Wanted | "payment_method_types">;

const automaticShape = {
  allow_redirects: oneOf("always", "never"),
  enabled: "boolean",
} as const satisfies Record<
  keyof Stripe.PaymentIntentCreateParams.AutomaticPaymentMethods,
  unknown
>;

const contextShape = {
  mode: oneOf("payment"),
  allowed_payment_method_types: { listOf: paymentMethodTypes },
  excluded_payment_method_types: { listOf: paymentMethodTypes },
} as const;

/** Those of an account's usual ways to pay that leave the seller's page. */
const redirecting: readonly string[] = [
  "affirm",
  "afterpay_clearpay",
  "alipay",
  "amazon_pay",
  "bancontact",
  "cashapp",
  "eps",
  "ideal",
  "klarna",
  "mobilepay",
  "p24",
  "paypal",
  "revolut_pay",
  "swish",
  "twint",
  "wechat_pay",
];

/** The ways to pay of a PaymentIntent: a list of its own, or what the account has switched on less what is excluded. */
export function chooseWaysToPay(
  state: SandboxState,
  before: Chosen,
  wanted: Wanted,
): Partial<Chosen> {
  requireOneChoice(wanted);
  const { allowed_payment_method_types: allowed, excluded_payment_method_types: excluded } = wanted;
  const asked = wanted.automatic_payment_methods;
  const isChosen = before.payment_method_types.length > 0;
  if (isChosen && !allowed && !excluded && !asked) return {};
  const keepsList = before.allowed_payment_method_types !== null && !excluded?.length && !asked;
  const allowedNow = allowed ?? (keepsList ? before.allowed_payment_method_types : null);
  const excludedNow = excluded ?? (allowed ? null : before.excluded_payment_method_types);
  const automatic = allowedNow
    ? null
    : asked
      ? readAutomatic(asked)
      : (before.automatic_payment_methods ?? { allow_redirects: "always", enabled: true });
  const types = allowedNow ?? offered(state, automatic, excludedNow ?? []);
  if (types.length === 0) throw noWayToPay();
  return {
    allowed_payment_method_types: allowedNow,
    automatic_payment_methods: automatic,
    excluded_payment_method_types: excludedNow?.length ? excludedNow : null,
    payment_method_types: [...new Set(types)],
  };
}

function requireOneChoice(wanted: Wanted): void {
  if (!wanted.allowed_payment_method_types) return;
  for (const other of ["automatic_payment_methods", "excluded_payment_method_types"] as const) {
    if (wanted[other] === undefined) continue;
    throw invalidParameter(
      "parameters_exclusive",
      other,
      `You may only specify one of these parameters: allowed_payment_method_types, ${other}.`,
    );
  }
}

function readAutomatic(asked: FormHash): Stripe.PaymentIntent.AutomaticPaymentMethods {
  const read = readParameters(automaticShape, asked, "automatic_payment_methods");
  if (read.enabled === undefined)
    throw invalidParameter(
      "parameter_missing",
      "automatic_payment_methods[enabled]",
      "Missing required param: automatic_payment_methods[enabled].",
    );
  return { allow_redirects: read.allow_redirects ?? "always", enabled: read.enabled };
}

function offered(
  state: SandboxState,
  automatic: Stripe.PaymentIntent.AutomaticPaymentMethods | null,
  excluded: readonly string[],
): PaymentMethodType[] {
  if (automatic && !automatic.enabled) return ["card"];
  return state.account.paymentMethodTypes.filter(
    (type) =>
      !excluded.includes(type) &&
      !(automatic?.allow_redirects === "never" && redirecting.includes(type)),
  );
}

function noWayToPay(): ApiError {
  return new ApiError(400, {
    type: "invalid_request_error",
    message:
      "No valid payment method types for this Payment Intent. Please ensure that you have activated payment methods compatible with your chosen currency in your dashboard (https://dashboard.stripe.com/settings/payment_methods) or specify payment_method_types.",
  });
}

/** A payment method of a type that the PaymentIntent does not take. */
export function requireAllowedType(intent: StoredPaymentIntent, type: PaymentMethodType): void {
  if (intent.payment_method_types.includes(type)) return;
  throw new ApiError(400, {
    type: "invalid_request_error",
    code: "payment_intent_incompatible_payment_method",
    param: "payment_method",
    message: `The PaymentMethod provided (${type}) is not allowed for this PaymentIntent. Please attach a PaymentMethod of one of the following types: ${intent.payment_method_types.join(", ")}. Alternatively, update the allowed payment_method_types for this PaymentIntent to include "${type}".`,
  });
}

/** Elements opened before there was a PaymentIntent must offer what it takes: otherwise nothing confirms it, a card neither. */
export function requireSameAsElements(
  state: SandboxState,
  intent: StoredPaymentIntent,
  context: FormHash,
): void {
  const { allowed_payment_method_types: allowed, excluded_payment_method_types: excluded } =
    readParameters(contextShape, context, "client_context");
  const shown = allowed ?? offered(state, intent.automatic_payment_methods, excluded ?? []);
  const expected = intent.payment_method_types;
  if (JSON.stringify(shown.toSorted()) === JSON.stringify(expected.toSorted())) return;
  throw new ApiError(400, {
    type: "invalid_request_error",
    message: `The provided payment_method_types (${JSON.stringify(shown)}) does not match the expected payment_method_types (${JSON.stringify(expected)}). Open Elements and create the PaymentIntent with the same list.`,
  });
}
