import { ApiError } from "../api/api-error.ts";
import type { RateLimitedReason } from "../state/call-limits.ts";
import type { Sandbox } from "../state/sandbox.ts";

const WINDOW_MS = 1000;

/** Counts a call within the last second. The reason it is refused for, or `null`; what is refused does not count. */
export function countCall(sandbox: Sandbox, endpoint: string): RateLimitedReason | null {
  const { limits } = sandbox.state;
  if (!limits.perSecond) return null;
  const now = sandbox.clockMs();
  limits.recent = limits.recent.filter((call) => call.atMs > now - WINDOW_MS);
  if (limits.recent.length >= limits.perSecond.account) return "global-rate";
  const alike = limits.recent.filter((call) => call.endpoint === endpoint);
  if (alike.length >= limits.perSecond.endpoint) return "endpoint-rate";
  limits.recent.push({ atMs: now, endpoint });
  return null;
}

/** docs.stripe.com/rate-limits. Stripe's SDK does not try this again by itself. */
export function tooManyCalls(): ApiError {
  return new ApiError(
    429,
    {
      type: "invalid_request_error",
      code: "rate_limit",
      message:
        "Request rate limit exceeded. Learn more about rate limits here https://stripe.com/docs/rate-limits.",
    },
    false,
  );
}

/** docs.stripe.com/rate-limits#object-lock-timeouts. Stripe's SDK tries this again. */
export function objectInUse(): ApiError {
  return new ApiError(
    429,
    {
      type: "invalid_request_error",
      code: "lock_timeout",
      message:
        "This object cannot be accessed right now because another API request or Stripe process is currently accessing it. If you see this error intermittently, retry the request. If you see this error frequently and are making multiple concurrent requests to a single object, make your requests serially or at a lower rate. For more details, see https://stripe.com/docs/rate-limits#object-lock-timeouts.",
    },
    false,
  );
}
