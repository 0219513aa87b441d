import type { FormFields } from "../encode-form.ts";
import type { StripeJsError } from "../frame-messages.ts";
import {
  type BrowserPaymentIntent,
  confirmIntent,
  type PaymentIntentResult,
  retrieveIntent,
} from "./api-call.ts";
import { authenticateInDialog } from "./authentication-dialog.ts";
import type { Elements } from "./elements.ts";
import { IntegrationError } from "./integration-error.ts";

type ConfirmParams = {
  return_url?: string;
  payment_method?: string;
  confirmation_token?: string;
  payment_method_data?: { billing_details?: Record<string, unknown> };
  [field: string]: unknown;
};

export type ConfirmOptions = {
  elements?: Elements;
  clientSecret?: string;
  confirmParams?: ConfirmParams;
  redirect?: "always" | "if_required";
};

/** Validates, makes the payment method inside the frame, confirms, and takes the buyer through 3-D Secure. */
export async function confirmPayment(
  key: string,
  options: ConfirmOptions,
): Promise<PaymentIntentResult> {
  const { elements, confirmParams = {}, redirect = "always" } = options;
  const clientSecret = options.clientSecret ?? elements?._inside.options().clientSecret;
  if (!clientSecret)
    throw new IntegrationError(
      "stripe.confirmPayment(): expected a clientSecret, either its own or that of the elements.",
    );
  if (redirect === "always" && !confirmParams.return_url) {
    throw new IntegrationError(
      "stripe.confirmPayment(): the confirmParams.return_url argument is required unless redirect is 'if_required'.",
    );
  }
  const problem = elements ? await checkElements(key, elements, clientSecret) : null;
  if (problem) return { error: problem };
  const method = await paymentMethodFields(key, elements, confirmParams);
  if (method.error) return { error: method.error };
  const confirmed = await confirmIntent(key, clientSecret, {
    ...method.fields,
    ...(elements ? contextOf(elements) : {}),
    return_url: confirmParams.return_url,
  });
  const result = await followNextAction(key, confirmed);
  return result.paymentIntent && redirect === "always"
    ? leaveFor(confirmParams.return_url ?? "", result.paymentIntent)
    : result;
}

/** The in-page 3-D Secure dialog or the redirect a PaymentIntent asks for; anything else is passed on. */
export async function followNextAction(
  key: string,
  result: PaymentIntentResult,
): Promise<PaymentIntentResult> {
  const action = result.paymentIntent?.next_action;
  if (!result.paymentIntent || result.paymentIntent.status !== "requires_action" || !action)
    return result;
  if (action.redirect_to_url) {
    window.location.assign(action.redirect_to_url.url);
    return new Promise(() => {});
  }
  await authenticateInDialog(action.use_stripe_sdk?.source ?? "");
  return failedOrNot(await retrieveIntent(key, result.paymentIntent.client_secret));
}

function failedOrNot(result: PaymentIntentResult): PaymentIntentResult {
  const intent = result.paymentIntent;
  if (intent?.status !== "requires_payment_method" || !intent.last_payment_error) return result;
  return { error: { ...intent.last_payment_error, payment_intent: intent } };
}

/** Deferred elements must have been submitted, and must agree with the PaymentIntent the server made. */
async function checkElements(
  key: string,
  elements: Elements,
  clientSecret: string,
): Promise<StripeJsError | null> {
  const { options, submitted } = elements._inside;
  if (options().clientSecret) return (await elements.submit()).error ?? null;
  if (!submitted()) {
    throw new IntegrationError(
      "elements.submit() must be called before stripe.confirmPayment(). Call it as soon as your customer presses pay, prior to any asynchronous work.",
    );
  }
  const { paymentIntent, error } = await retrieveIntent(key, clientSecret);
  if (error) return error;
  const { amount, currency, captureMethod = "automatic" } = options();
  const mismatch =
    paymentIntent.amount !== amount
      ? "amount"
      : paymentIntent.currency !== currency
        ? "currency"
        : captureOf(paymentIntent) !== captureOf({ capture_method: captureMethod })
          ? "capture_method"
          : null;
  if (!mismatch) return null;
  return {
    type: "invalid_request_error",
    message: `The ${mismatch} provided to Elements does not match the ${mismatch} of the PaymentIntent.`,
  };
}

/** Stripe compares the ways to pay of deferred elements with the PaymentIntent's when it confirms. */
export function contextOf({ _inside }: Elements): FormFields {
  const { clientSecret, allowedPaymentMethodTypes, excludedPaymentMethodTypes } = _inside.options();
  if (clientSecret) return {};
  return {
    client_context: {
      mode: "payment",
      allowed_payment_method_types: allowedPaymentMethodTypes,
      excluded_payment_method_types: excludedPaymentMethodTypes,
    },
  };
}

function captureOf({ capture_method }: { capture_method: string }): string {
  return capture_method === "manual" ? "manual" : "automatic";
}

async function paymentMethodFields(
  key: string,
  elements: Elements | undefined,
  params: ConfirmParams,
): Promise<{ fields?: FormFields; error?: StripeJsError }> {
  if (params.confirmation_token)
    return { fields: { confirmation_token: params.confirmation_token } };
  if (params.payment_method || !elements)
    return { fields: { payment_method: params.payment_method } };
  const made = await makePaymentMethod(key, elements, params.payment_method_data?.billing_details);
  return made.error
    ? { error: made.error }
    : { fields: { payment_method: made.paymentMethod?.id } };
}

export function makePaymentMethod(
  key: string,
  elements: Elements,
  billing: Record<string, unknown> = {},
) {
  const payment = elements._inside.payment();
  return payment.ask({
    ask: "create-payment-method",
    key,
    billing: { ...payment.defaultBilling(), ...billing },
  });
}

function leaveFor(returnUrl: string, intent: BrowserPaymentIntent): Promise<never> {
  const url = new URL(returnUrl, window.location.href);
  url.searchParams.set("payment_intent", intent.id);
  url.searchParams.set("payment_intent_client_secret", intent.client_secret);
  url.searchParams.set(
    "redirect_status",
    intent.status === "requires_payment_method" ? "failed" : "succeeded",
  );
  window.location.assign(url);
  return new Promise(() => {});
}
