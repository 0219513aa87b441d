import { type Fault, type Failure, takeFault } from "../control/fault-plan.ts";
import { eventRoutes } from "../events/event-routes.ts";
import { moneyRoutes } from "../money/money-routes.ts";
import { paymentIntentRoutes } from "../payments/payment-intent-routes.ts";
import { paymentMethodRoutes } from "../payments/payment-method-routes.ts";
import { showPaymentIntent } from "../payments/show-payment-intent.ts";
import { beginCall, type Call } from "../state/call.ts";
import { appendHistory } from "../state/history.ts";
import { newId } from "../state/new-id.ts";
import type { Sandbox } from "../state/sandbox.ts";
import { ApiError } from "./api-error.ts";
import { apiVersion } from "./api-version.ts";
import { authenticate, secretKeyRequired } from "./authenticate.ts";
import { decodeForm, type FormHash } from "./form-encoding.ts";
import {
  beginIdempotent,
  finishIdempotent,
  hashParameters,
  type IdempotentRequest,
  keepReply,
} from "./idempotency.ts";
import { findRoute, type Route } from "./route.ts";

export type ApiRequest = {
  method: string;
  path: string;
  parameters: string;
  headers: Record<string, string | undefined>;
};
export type ApiReply = {
  status: number | "connection-reset" | "no-answer";
  body: string;
  headers: Record<string, string>;
};

const routes: Route[] = [
  ...paymentIntentRoutes,
  ...paymentMethodRoutes,
  ...moneyRoutes,
  ...eventRoutes,
];

type Planned = {
  route: Route;
  work: (call: Call) => object;
  publishable: boolean;
  lockKey: string | null;
};

/** Everything `/v1/…` answers: who asks, what, was it asked before, what is planned to go wrong, and then the work itself. */
export async function answerApiRequest(sandbox: Sandbox, request: ApiRequest): Promise<ApiReply> {
  const requestId = newId("req", 14);
  const key = request.method === "POST" ? request.headers["idempotency-key"] : undefined;
  const fault = takeFault(sandbox.state, request.method, request.path);
  const headers: Record<string, string> = {
    "request-id": requestId,
    "stripe-version": apiVersion,
    ...(key ? { "idempotency-key": key } : {}),
  };
  if (fault?.shouldRetry !== undefined) headers["stripe-should-retry"] = String(fault.shouldRetry);
  const answer = await answerOrRefuse(sandbox, request, { requestId, key, fault });
  if (answer.replayed) headers["idempotent-replayed"] = "true";
  appendHistory(sandbox.state, {
    kind: "api-call",
    at: Math.floor(sandbox.clockMs() / 1000),
    requestId,
    method: request.method,
    path: request.path,
    parameters: hideCard(request.parameters),
    idempotencyKey: key ?? null,
    status: answer.status,
    replayed: answer.replayed,
    fault: fault?.id ?? null,
  });
  sandbox.changed();
  return { status: answer.status, body: answer.body, headers };
}

type Circumstances = { requestId: string; key: string | undefined; fault: Fault | null };
type Answer = { status: ApiReply["status"]; body: string; replayed: boolean };

async function answerOrRefuse(
  sandbox: Sandbox,
  request: ApiRequest,
  circumstances: Circumstances,
): Promise<Answer> {
  let publishable = false;
  try {
    const planned = plan(request);
    publishable = planned.publishable;
    return await answerOnce(sandbox, request, planned, circumstances);
  } catch (error) {
    return {
      ...errorAnswer(sandbox, error, publishable, circumstances.requestId),
      replayed: false,
    };
  }
}

function plan(request: ApiRequest): Planned {
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
    route: found.route,
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

function lockKeyOf(id: string, form: FormHash): string | null {
  return (
    [id, form.payment_intent, form.charge]
      .find((key) => typeof key === "string" && key !== "")
      ?.toString() ?? null
  );
}

async function answerOnce(
  sandbox: Sandbox,
  request: ApiRequest,
  planned: Planned,
  circumstances: Circumstances,
): Promise<Answer> {
  const { key } = circumstances;
  if (!key) return execute(sandbox, planned, circumstances, null);
  const idempotent = {
    key,
    path: request.path,
    parametersHash: hashParameters(request.parameters),
  };
  const stored = beginIdempotent(sandbox, idempotent);
  if (stored) return { status: stored.status, body: stored.body, replayed: true };
  try {
    return await execute(sandbox, planned, circumstances, idempotent);
  } finally {
    finishIdempotent(sandbox, key);
  }
}

function execute(
  sandbox: Sandbox,
  planned: Planned,
  circumstances: Circumstances,
  idempotent: IdempotentRequest | null,
): Promise<Answer> {
  const { fault, requestId, key } = circumstances;
  return sandbox.lock(planned.lockKey, async () => {
    if (fault?.latencyMs) await new Promise((resolve) => setTimeout(resolve, fault.latencyMs));
    if (fault?.before) return failureAnswer(fault.before);
    const call = beginCall(sandbox, {
      request: { id: requestId, idempotency_key: key ?? null },
      publishable: planned.publishable,
    });
    const answer = work(sandbox, planned, call);
    if (idempotent && answer.kept) keepReply(sandbox, idempotent, answer.status, answer.body);
    return fault?.after
      ? failureAnswer(fault.after)
      : { status: answer.status, body: answer.body, replayed: false };
  });
}

function work(
  sandbox: Sandbox,
  planned: Planned,
  call: Call,
): { status: number; body: string; kept: boolean } {
  try {
    return { status: 200, body: JSON.stringify(planned.work(call), null, 2), kept: true };
  } catch (error) {
    return {
      ...errorAnswer(sandbox, error, call.publishable, call.request.id ?? ""),
      kept: !(error instanceof ApiError) || error.kept,
    };
  }
}

function errorAnswer(
  sandbox: Sandbox,
  error: unknown,
  publishable: boolean,
  requestId: string,
): { status: number; body: string } {
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
  return { status: error.status, body: JSON.stringify(body, null, 2) };
}

function failureAnswer(failure: Failure): Answer {
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

/** Card numbers are not written down anywhere. */
function hideCard(parameters: string): string {
  return parameters.replaceAll(/(card(?:%5B|\[)(?:number|cvc)(?:%5D|\])=)[^&]*/gi, "$1…");
}
