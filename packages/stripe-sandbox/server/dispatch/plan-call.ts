import { eventRoutes } from "../events/event-routes.ts";
import { moneyRoutes } from "../money/money-routes.ts";
import { paymentIntentRoutes } from "../payments/payment-intent-routes.ts";
import { paymentMethodRoutes } from "../payment-methods/payment-method-routes.ts";
import type { Call } from "../state/call.ts";
import type { ApiRequest } from "./api-request.ts";
import { ApiError } from "../api/api-error.ts";
import { answeredVersions, apiVersion, sdkMajor } from "../api/api-version.ts";
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
  /** Whether it changes the object it is about. */
  changes: boolean;
};

/** The endpoint of a path, as Stripe counts calls: the same for every object. */
export function endpointOf(method: string, path: string): string {
  return `${method} ${findRoute(routes, method, path)?.route.path ?? path}`;
}

/** Checks caller, endpoint and parameters. Nothing has been executed yet, so a refusal here is never replayed. */
export function planCall(request: ApiRequest): PlannedCall {
  const form = decodeForm(request.parameters);
  const caller = authenticate(
    request.headers.authorization,
    typeof form.key === "string" ? form.key : undefined,
  );
  requireVersion(request.headers["stripe-version"]);
  requireOwnAccount(request.headers["stripe-account"]);
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
    changes: request.method === "POST",
  };
}

function requireVersion(version: string | undefined): void {
  if (version === undefined || answeredVersions.includes(version)) return;
  throw new ApiError(
    400,
    {
      type: "invalid_request_error",
      message: `Invalid Stripe API version: ${version}. This sandbox answers ${answeredVersions.join(" and ")}: use stripe@${sdkMajor}, or give another release of the SDK that version, as in new Stripe(key, { apiVersion: "${apiVersion}" }).`,
    },
    false,
  );
}

/** There is one account, and nobody may act for another. */
function requireOwnAccount(account: string | undefined): void {
  if (account === undefined) return;
  throw new ApiError(
    403,
    {
      type: "invalid_request_error",
      code: "account_invalid",
      message: `The provided key 'sk_test_***' does not have access to account '${account}' (or that account does not exist). Application access may have been revoked.`,
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
