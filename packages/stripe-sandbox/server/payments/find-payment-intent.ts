import { ApiError, resourceMissing } from "../api/api-error.ts";
import type { Call } from "../state/call.ts";
import type { StoredPaymentIntent } from "../state/stored-objects.ts";

/** A browser must also know the client secret. */
export function findPaymentIntent(
  call: Call,
  id: string,
  clientSecret?: string,
): StoredPaymentIntent {
  const intent = call.state.payment_intents[id];
  if (!intent) throw resourceMissing("payment_intent", id, "intent");
  if (call.publishable && clientSecret !== intent.client_secret) throw wrongClientSecret();
  return intent;
}

function wrongClientSecret(): ApiError {
  return new ApiError(400, {
    type: "invalid_request_error",
    code: "payment_intent_invalid_parameter",
    param: "client_secret",
    message:
      "The client_secret provided does not match the client_secret associated with the PaymentIntent.",
  });
}
