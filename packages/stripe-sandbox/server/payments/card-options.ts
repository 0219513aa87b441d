import type Stripe from "stripe";
import { invalidParameter } from "../api/api-error.ts";
import { type FormHash, isHash } from "../api/form-encoding.ts";
import { type Kind, oneOf, readParameters } from "../api/parameters.ts";
import { paymentMethodTypes } from "../state/payment-method-types.ts";

const ifAvailable = oneOf("if_available", "never");

/** `payment_method_options[card]`. Only `request_three_d_secure` has an effect here. */
export const cardOptionParams = {
  capture_method: oneOf("", "manual"),
  cvc_token: "string",
  installments: "ignored",
  mandate_options: "ignored",
  moto: "boolean",
  network: "string",
  request_extended_authorization: ifAvailable,
  request_incremental_authorization: ifAvailable,
  request_multicapture: ifAvailable,
  request_overcapture: ifAvailable,
  request_three_d_secure: oneOf("any", "automatic", "challenge"),
  require_cvc_recollection: "boolean",
  setup_future_usage: oneOf("", "none", "off_session", "on_session"),
  statement_descriptor_suffix_kana: "string",
  statement_descriptor_suffix_kanji: "string",
  three_d_secure: "ignored",
} as const satisfies Partial<
  Record<keyof Stripe.PaymentIntentCreateParams.PaymentMethodOptions.Card, Kind>
>;

/** How 3-D Secure is asked for; the options of other ways to pay are accepted and not read. */
export function readThreeDSecure(options: FormHash): "any" | "automatic" | "challenge" | undefined {
  for (const type of Object.keys(options)) {
    if (!paymentMethodTypes.some((known) => known === type))
      throw invalidParameter(
        "parameter_unknown",
        `payment_method_options[${type}]`,
        `Received unknown parameter: payment_method_options[${type}]`,
      );
  }
  const card = options.card;
  if (!isHash(card)) return undefined;
  return readParameters(cardOptionParams, card, "payment_method_options[card]")
    .request_three_d_secure;
}
