import type Stripe from "stripe";
import { resourceMissing } from "../api/api-error.ts";
import type { FormHash } from "../api/form-encoding.ts";
import type { Call } from "../state/call.ts";
import { newId } from "../state/new-id.ts";
import type {
  StoredConfirmationToken,
  StoredPaymentIntent,
  StoredPaymentMethod,
} from "../state/stored-objects.ts";
import { createPaymentMethod } from "./create-payment-method.ts";
import { cardBehind } from "./card-behind.ts";
import { usePaymentMethod } from "./use-payment-method.ts";

/** Stripe lets a token live twelve hours. */
const LIFETIME_SECONDS = 12 * 3600;

type Wanted = {
  client_context?: FormHash | undefined;
  payment_method?: string | undefined;
  payment_method_data?: FormHash | undefined;
  return_url?: string | undefined;
};

export function createConfirmationToken(call: Call, wanted: Wanted): StoredConfirmationToken {
  const paymentMethod = wanted.payment_method
    ? usePaymentMethod(call, wanted.payment_method)
    : createPaymentMethod(call, wanted.payment_method_data ?? {});
  const token = {
    id: newId("ctoken"),
    object: "confirmation_token",
    created: call.now,
    expires_at: call.now + LIFETIME_SECONDS,
    livemode: false,
    mandate_data: null,
    metadata: null,
    payment_intent: null,
    payment_method_options: null,
    payment_method_preview: {
      billing_details: paymentMethod.billing_details,
      card: { ...paymentMethod.card },
      customer: null,
      customer_account: null,
      type: "card",
    },
    return_url: wanted.return_url ?? null,
    setup_future_usage: null,
    setup_intent: null,
    shipping: null,
    use_stripe_sdk: true,
  } satisfies Stripe.ConfirmationToken;
  call.state.confirmation_tokens[token.id] = token;
  if (wanted.client_context) call.state.tokenContexts[token.id] = wanted.client_context;
  call.state.cardNumbers[token.id] = cardBehind(call, paymentMethod.id).number;
  call.state.payment_methods[`${token.id}_card`] = paymentMethod;
  return token;
}

export function readConfirmationToken(call: Call, id: string): StoredConfirmationToken | null {
  return call.state.confirmation_tokens[id] ?? null;
}

/** A token confirms one PaymentIntent only. */
export function useConfirmationToken(
  call: Call,
  id: string,
  intent: StoredPaymentIntent,
): StoredPaymentMethod {
  const token = call.state.confirmation_tokens[id];
  const paymentMethod = call.state.payment_methods[`${id}_card`];
  const usable =
    token &&
    (token.payment_intent === null || token.payment_intent === intent.id) &&
    (token.expires_at ?? 0) > call.now;
  if (!usable || !paymentMethod)
    throw resourceMissing("confirmation_token", id, "confirmation_token");
  token.payment_intent = intent.id;
  return paymentMethod;
}
