import type Stripe from "stripe";
import type { Call } from "../state/call.ts";
import { newId } from "../state/new-id.ts";
import type {
  StoredCharge,
  StoredPaymentIntent,
  StoredPaymentMethod,
} from "../state/stored-objects.ts";
import { cardBehind } from "../payment-methods/card-behind.ts";
import type { CardDecline } from "../payment-methods/card-declines.ts";
import type { CardCheck, TestCard } from "../payment-methods/test-card.ts";
import { calculatedDescriptor } from "./statement-descriptors.ts";

/** How long a card's bank holds authorised money: docs.stripe.com/payments/capture-later. */
export const AUTHORIZATION_SECONDS = 7 * 24 * 3600;

type Attempt = {
  decline: CardDecline | null;
  /** How 3-D Secure ended, where it was asked for. */
  authentication: "authenticated" | "processing_error" | null;
};

/** A charge is one attempt on one card, refused or authorised; its `created` is when the bank answered. */
export function newCharge(call: Call, intent: StoredPaymentIntent, attempt: Attempt): StoredCharge {
  const paymentMethod = requirePaymentMethod(call, intent);
  const { decline } = attempt;
  const charge = {
    id: newId("ch"),
    object: "charge",
    amount: intent.amount,
    amount_captured: 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: paymentMethod.billing_details,
    calculated_statement_descriptor: decline ? null : calculatedDescriptor(intent),
    captured: false,
    created: call.now,
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: decline?.code ?? null,
    failure_message: decline?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: { ...intent.metadata },
    on_behalf_of: null,
    outcome: decline
      ? refusedOutcome(decline)
      : authorizedOutcome(cardBehind(call, paymentMethod.id)),
    paid: decline === null,
    payment_intent: intent.id,
    payment_method: paymentMethod.id,
    payment_method_details: {
      type: "card",
      card: cardDetails(call, intent, paymentMethod, attempt),
    },
    radar_options: {},
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: intent.statement_descriptor,
    statement_descriptor_suffix: intent.statement_descriptor_suffix,
    status: decline ? "failed" : "succeeded",
    transfer_data: null,
    transfer_group: intent.transfer_group,
  } satisfies Stripe.Charge;
  call.state.charges[charge.id] = charge;
  return charge;
}

const riskScores = { normal: 20, elevated: 70, highest: 90 };

/** No Radar rule of this account blocks a payment for its risk or a failed check. */
function authorizedOutcome(card: TestCard): Stripe.Charge.Outcome {
  const risk = card.risk ?? "normal";
  return {
    advice_code: null,
    network_advice_code: null,
    network_decline_code: null,
    network_status: "approved_by_network",
    reason: null,
    risk_level: risk,
    risk_score: riskScores[risk],
    seller_message: "Payment complete.",
    type: "authorized",
  };
}

function refusedOutcome(decline: CardDecline): Stripe.Charge.Outcome {
  const blocked = decline.outcome === "blocked";
  return {
    advice_code: decline.adviceCode,
    network_advice_code: decline.networkAdviceCode ?? null,
    network_decline_code: decline.networkDeclineCode,
    network_status: blocked ? "not_sent_to_network" : "declined_by_network",
    reason: blocked ? "highest_risk_level" : (decline.declineCode ?? decline.code),
    risk_level: blocked ? "highest" : "normal",
    risk_score: blocked ? 95 : 20,
    seller_message: decline.sellerMessage,
    type: decline.outcome,
  };
}

function cardDetails(
  call: Call,
  intent: StoredPaymentIntent,
  paymentMethod: StoredPaymentMethod,
  attempt: Attempt,
): Stripe.Charge.PaymentMethodDetails.Card {
  const { card } = paymentMethod;
  const held = attempt.decline === null && intent.capture_method === "manual";
  return {
    amount_authorized: attempt.decline ? null : intent.amount,
    authorization_code: attempt.decline ? null : "123456",
    brand: card.brand,
    ...(held ? { capture_before: call.now + AUTHORIZATION_SECONDS } : {}),
    checks: checksBy(cardBehind(call, paymentMethod.id), card, attempt.decline),
    country: card.country,
    electronic_commerce_indicator: attempt.authentication === "authenticated" ? "05" : null,
    exp_month: card.exp_month,
    exp_year: card.exp_year,
    extended_authorization: { status: "disabled" },
    fingerprint: card.fingerprint ?? null,
    funding: card.funding,
    incremental_authorization: { status: "unavailable" },
    installments: null,
    last4: card.last4,
    mandate: null,
    multicapture: { status: "unavailable" },
    network: card.brand,
    network_token: { used: false },
    network_transaction_id: null,
    overcapture: { maximum_amount_capturable: intent.amount, status: "unavailable" },
    regulated_status: "unregulated",
    three_d_secure: threeDSecure(attempt.authentication),
    transaction_link_id: null,
    wallet: null,
  };
}

/** The bank compares what it was given, and nothing else. */
function checksBy(
  { checks = {} }: TestCard,
  { checks: given }: StoredPaymentMethod["card"],
  decline: CardDecline | null,
): Stripe.Charge.PaymentMethodDetails.Card.Checks {
  const result = (check: CardCheck, asked: string | null | undefined) =>
    asked ? (checks[check] ?? "pass") : null;
  return {
    address_line1_check: result("line1", given?.address_line1_check),
    address_postal_code_check: result("postcode", given?.address_postal_code_check),
    cvc_check: decline?.code === "incorrect_cvc" ? "fail" : result("cvc", given?.cvc_check),
  };
}

function threeDSecure(
  ended: Attempt["authentication"],
): Stripe.Charge.PaymentMethodDetails.Card.ThreeDSecure | null {
  if (ended === null) return null;
  if (ended === "authenticated") return authenticatedBy3ds;
  return {
    ...authenticatedBy3ds,
    authentication_flow: null,
    electronic_commerce_indicator: null,
    result: "processing_error",
    result_reason: "protocol_error",
  };
}

const authenticatedBy3ds = {
  authentication_flow: "challenge",
  electronic_commerce_indicator: "05",
  exemption_indicator: null,
  result: "authenticated",
  result_reason: null,
  transaction_id: "c9cc1b8e-7f4e-4a41-8c1b-0f6a3f1d2e55",
  version: "2.2.0",
} satisfies Stripe.Charge.PaymentMethodDetails.Card.ThreeDSecure;

function requirePaymentMethod(call: Call, intent: StoredPaymentIntent): StoredPaymentMethod {
  const paymentMethod = call.state.payment_methods[intent.payment_method ?? ""];
  if (!paymentMethod) throw new Error(`${intent.id} has no payment method to charge.`);
  return paymentMethod;
}
