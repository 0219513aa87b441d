import type Stripe from "stripe";
import { findObject } from "../api/find-object.ts";
import type { FormHash } from "../api/form-encoding.ts";
import { expandOnly, type Kind, type Parameters } from "../api/parameters.ts";
import { type Route, route } from "../api/route.ts";
import { createConfirmationToken } from "./create-confirmation-token.ts";
import { createPaymentMethod } from "./create-payment-method.ts";
import { usePaymentMethod } from "./use-payment-method.ts";

/** The part of Stripe's parameters that a card needs. */
const cardParams = {
  allow_redisplay: "ignored",
  billing_details: "hash",
  card: "hash",
  expand: "strings",
  key: "string",
  metadata: "metadata",
  radar_options: "ignored",
  type: "string",
} as const satisfies Partial<Record<keyof Stripe.PaymentMethodCreateParams | "key", Kind>>;

const tokenParams = {
  /** The ways to pay that Elements were opened with. */
  client_context: "hash",
  expand: "strings",
  key: "string",
  payment_method: "string",
  payment_method_data: "hash",
  return_url: "string",
} as const;

export const paymentMethodRoutes: Route[] = [
  route("POST", "/v1/payment_methods", {
    params: cardParams,
    browser: true,
    run: (call, wanted) => createPaymentMethod(call, cardForm(wanted)),
  }),
  route("GET", "/v1/payment_methods/:id", {
    params: expandOnly,
    run: (call, _, id) => usePaymentMethod(call, id, "id"),
  }),
  route("POST", "/v1/confirmation_tokens", {
    params: tokenParams,
    browser: true,
    run: createConfirmationToken,
  }),
  route("GET", "/v1/confirmation_tokens/:id", {
    params: expandOnly,
    run: (call, _, id) => findObject("confirmation_token", call.state.confirmation_tokens, id),
  }),
];

function cardForm(wanted: Parameters<typeof cardParams>): FormHash {
  return {
    type: wanted.type ?? "",
    card: wanted.card ?? "",
    billing_details: wanted.billing_details ?? "",
  };
}
