import { eventRoutes } from "../events/event-routes.ts";
import { moneyRoutes } from "../money/money-routes.ts";
import { paymentIntentRoutes } from "../payments/payment-intent-routes.ts";
import { paymentMethodRoutes } from "../payment-methods/payment-method-routes.ts";
import type { Call } from "../state/call.ts";
import type { ApiRequest } from "./api-request.ts";
import { ApiError } from "../api/api-error.ts";
import { apiVersion } from "../api/api-version.ts";
import { authenticate, secretKeyRequired } from "./authenticate.ts";
import { decodeForm, type FormHash } from "../api/form-encoding.ts";
import { findRoute, type Route } from "../api/route.ts";

export const routes: Route[] = [
  ...paymentIntentRoutes,
  ...paymentMethodRoutes,
  ...moneyRoutes,
  ...eventRoutes,
];

export type PlannedCall = {
  work: (call: Call) => object;
  publishable: boolean;
  lockKey: string | null;
};

/** Checks caller, endpoint and parameters. Nothing has been executed yet, so a refusal here is never replayed. */
export function planCall(request: ApiRequest): PlannedCall {
  const form = decodeForm(request.parameters);
  const caller = authenticate(
    request.headers.authorization,
    typeof form.key === "string" ? form.key : undefined,
  );
  requireVersion(request.headers["stripe-version"]);
  const found = findRoute(routes, request.method, request.path);
  if (!found) {
    const message = `Unrecognized request URL (${request.method}: ${request.path}). The Stripe sandbox answers what its README lists.`;
    throw new ApiError(404, { type: "invalid_request_error", message }, false);
  }
  if (caller.publishable && !found.route.browser) throw secretKeyRequired();
  return {
    work: found.route.prepare(form, found.id),
    publishable: caller.publishable,
    lockKey: lockKeyOf(found.id, form),
  };
}

function requireVersion(version: string | undefined): void {
  if (version === undefined || version === apiVersion) return;
  throw new ApiError(
    400,
    {
      type: "invalid_request_error",
      message: `Invalid Stripe API version: ${version}. This sandbox speaks ${apiVersion}.`,
    },
    false,
  );
}

/** Calls about the same object wait for each other. */
function lockKeyOf(id: string, form: FormHash): string | null {
  for (const key of [id, form.payment_intent, form.charge]) {
    if (typeof key === "string" && key !== "") return key;
  }
  return null;
}
