import type Stripe from "stripe";
import type { Literal } from "../state/literal.ts";

/**
 * The codes of docs.stripe.com/error-codes, as the SDK lists them, and the one of the changelog of 2026-09-30.endive that it
 * does not list. An error that Stripe gives no code has none here: a made-up code would be relied upon.
 */
export type ErrorCode =
  | Literal<Stripe.PaymentIntent.LastPaymentError.Code>
  | "payment_method_types_no_longer_supported";
