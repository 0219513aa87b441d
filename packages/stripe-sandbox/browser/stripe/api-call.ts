import type { StripeJsError } from "../frame-messages.ts";
import { encodeForm, type FormFields } from "../encode-form.ts";
import { sandboxOrigin } from "./sandbox-origin.ts";

/** The fields of a PaymentIntent that a browser sees and this script reads. */
export type BrowserPaymentIntent = {
  id: string;
  object: "payment_intent";
  amount: number;
  currency: string;
  capture_method: string;
  client_secret: string;
  status: string;
  last_payment_error: StripeJsError | null;
  next_action: {
    type: string;
    redirect_to_url?: { url: string };
    use_stripe_sdk?: { source: string };
  } | null;
};

export type PaymentIntentResult =
  | { paymentIntent: BrowserPaymentIntent; error?: undefined }
  | { error: StripeJsError; paymentIntent?: undefined };

export function paymentIntentIdOf(clientSecret: string): string {
  return clientSecret.split("_secret_")[0] ?? clientSecret;
}

export async function retrieveIntent(
  key: string,
  clientSecret: string,
): Promise<PaymentIntentResult> {
  const query = encodeForm({ client_secret: clientSecret, key });
  return asIntent(await callApi(`/v1/payment_intents/${paymentIntentIdOf(clientSecret)}?${query}`));
}

export async function confirmIntent(
  key: string,
  clientSecret: string,
  fields: FormFields,
): Promise<PaymentIntentResult> {
  const body = encodeForm({ ...fields, client_secret: clientSecret, key, use_stripe_sdk: true });
  return asIntent(
    await callApi(`/v1/payment_intents/${paymentIntentIdOf(clientSecret)}/confirm`, body),
  );
}

type ApiAnswer = { object?: unknown; error?: StripeJsError };

/** Errors are returned, as stripe.js does: a page should never have to catch. */
export async function callApi(path: string, body?: string): Promise<ApiAnswer> {
  try {
    const response = await fetch(`${sandboxOrigin}${path}`, {
      method: body === undefined ? "GET" : "POST",
      ...(body === undefined
        ? {}
        : { body, headers: { "Content-Type": "application/x-www-form-urlencoded" } }),
    });
    const answer = await response.json();
    return response.ok ? { object: answer } : { error: answer.error };
  } catch {
    return {
      error: {
        type: "api_connection_error",
        message:
          "We are experiencing issues connecting to our payments provider. You have not been charged. Please check your internet connection and try again.",
      },
    };
  }
}

function asIntent({ object, error }: ApiAnswer): PaymentIntentResult {
  // A 2xx of these two calls is a PaymentIntent.
  return error ? { error } : { paymentIntent: object as BrowserPaymentIntent };
}
