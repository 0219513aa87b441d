import { showPaymentIntent } from "../payments/show-payment-intent.ts";
import { beginCall } from "../state/call.ts";
import type { Sandbox } from "../state/sandbox.ts";
import { ApiError } from "../api/api-error.ts";
import type { Failure } from "../state/fault.ts";

export type Answer = {
  status: number | "connection-reset" | "no-answer";
  body: string;
  replayed: boolean;
  /** The connection breaks off in the middle of the body. */
  truncated?: boolean;
  /** Stripe asks its SDKs to try again. */
  retry?: boolean;
};

/** A thrown error in Stripe's envelope; a browser gets fewer fields of the PaymentIntent in it. */
export function errorAnswer(
  sandbox: Sandbox,
  error: unknown,
  publishable: boolean,
  requestId: string,
): { status: number; body: string; retry?: boolean } {
  if (!(error instanceof ApiError)) {
    console.error(error);
    const body = {
      error: {
        type: "api_error",
        message: "The Stripe sandbox has a fault of its own; its output says which.",
      },
    };
    return { status: 500, body: JSON.stringify(body, null, 2) };
  }
  const intent = error.body.payment_intent;
  const shown = intent
    ? { payment_intent: showPaymentIntent(beginCall(sandbox, { publishable }), intent) }
    : {};
  const body = {
    error: {
      ...error.body,
      ...shown,
      request_log_url: `https://dashboard.stripe.com/test/logs/${requestId}`,
    },
  };
  const retry = error.body.code === "lock_timeout" ? { retry: true } : {};
  return { status: error.status, body: JSON.stringify(body, null, 2), ...retry };
}

/** The answer of a failure planned by `addFault`. */
export function failureAnswer(failure: Failure): Answer {
  if (failure === "reset") return { status: "connection-reset", body: "", replayed: false };
  if (failure === "no-answer") return { status: "no-answer", body: "", replayed: false };
  const {
    status,
    type = status === 429
      ? "rate_limit_error"
      : status < 500
        ? "invalid_request_error"
        : "api_error",
    code,
  } = failure;
  const message = failure.message ?? "A failure planned at the sandbox’s control address.";
  return {
    status,
    body: JSON.stringify({ error: { type, ...(code ? { code } : {}), message } }, null, 2),
    replayed: false,
  };
}
