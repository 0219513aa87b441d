import type { ApiErrorType } from "../state/api-error-type.ts";
import type { ErrorCode } from "./error-code.ts";
import type { StoredPaymentIntent, StoredPaymentMethod } from "../state/stored-objects.ts";

export type ApiErrorBody = {
  type: ApiErrorType;
  message: string;
  code?: ErrorCode;
  decline_code?: string;
  advice_code?: string;
  network_decline_code?: string;
  network_advice_code?: string;
  param?: string;
  charge?: string;
  doc_url?: string;
  payment_intent?: StoredPaymentIntent;
  payment_method?: StoredPaymentMethod;
  payment_method_type?: string;
};

/** Any answer that is not 200, in Stripe's envelope `{ error: … }`. */
export class ApiError extends Error {
  readonly status: number;
  readonly body: ApiErrorBody;
  /** Whether an idempotency key replays it. Stripe replays errors from executing a request, not from checking it beforehand. */
  readonly kept: boolean;

  constructor(status: number, body: ApiErrorBody, kept = true) {
    super(body.message);
    this.status = status;
    this.body = body.code
      ? {
          ...body,
          doc_url: `https://stripe.com/docs/error-codes/${body.code.replaceAll("_", "-")}`,
        }
      : body;
    this.kept = kept;
  }
}

/** 400 for a parameter that is wrong in any state. `null` where Stripe gives no code. */
export function invalidParameter(code: ErrorCode | null, param: string, message: string): ApiError {
  const named = code === null ? {} : { code };
  return new ApiError(400, { type: "invalid_request_error", ...named, param, message }, false);
}

export function missingParameter(param: string): ApiError {
  return invalidParameter("parameter_missing", param, `Missing required param: ${param}.`);
}

/** 404 in a path, 400 in a parameter, as Stripe does. */
export function resourceMissing(kind: string, id: string, param = "id"): ApiError {
  const status = param === "id" || param === "intent" ? 404 : 400;
  return new ApiError(status, {
    type: "invalid_request_error",
    code: "resource_missing",
    param,
    message: `No such ${kind}: '${id}'`,
  });
}
