import { keepsFailure, takeFault } from "./fault-plan.ts";
import { beginCall, type Call } from "../state/call.ts";
import { newId } from "../state/new-id.ts";
import type { Sandbox } from "../state/sandbox.ts";
import { ApiError } from "../api/api-error.ts";
import type { ApiRequest } from "./api-request.ts";
import { countCall, objectInUse, tooManyCalls } from "./limit-calls.ts";
import { answeredVersions, apiVersion } from "../api/api-version.ts";
import { type Answer, errorAnswer, failureAnswer } from "./error-answer.ts";
import { endpointOf, type PlannedCall, planCall } from "./plan-call.ts";
import {
  beginIdempotent,
  finishIdempotent,
  hashParameters,
  type IdempotentRequest,
  keepReply,
} from "./idempotency.ts";
import type { Fault } from "../state/fault.ts";
import { appendHistory } from "../state/append-history.ts";

export type ApiReply = Omit<Answer, "replayed"> & { headers: Record<string, string> };

/** Answers a request to `/v1/…`: checks caller and parameters, replays a known idempotency key, applies a planned fault, does the work. */
export async function answerApiRequest(sandbox: Sandbox, request: ApiRequest): Promise<ApiReply> {
  const requestId = newId("req", 14);
  const key = request.method === "POST" ? request.headers["idempotency-key"] : undefined;
  const limited = countCall(sandbox, endpointOf(request.method, request.path));
  const fault = limited ? null : takeFault(sandbox.state, request.method, request.path);
  const headers: Record<string, string> = {
    "request-id": requestId,
    "stripe-version": versionOf(request),
    ...(key ? { "idempotency-key": key } : {}),
  };
  if (fault?.shouldRetry !== undefined) headers["stripe-should-retry"] = String(fault.shouldRetry);
  if (limited) headers["stripe-rate-limited-reason"] = limited;
  const answer = limited
    ? { ...errorAnswer(sandbox, tooManyCalls(), false, requestId), replayed: false }
    : await answerOrRefuse(sandbox, request, { requestId, key, fault });
  if (answer.retry) headers["stripe-should-retry"] = "true";
  if (answer.replayed) headers["idempotent-replayed"] = "true";
  appendHistory(sandbox.state, {
    kind: "api-call",
    at: Math.floor(sandbox.clockMs() / 1000),
    requestId,
    method: request.method,
    path: request.path,
    parameters: hideCard(request.parameters),
    idempotencyKey: key ?? null,
    status: answer.truncated ? "truncated" : answer.status,
    replayed: answer.replayed,
    fault: fault?.id ?? null,
  });
  sandbox.changed();
  return { ...answer, headers };
}

function versionOf(request: ApiRequest): string {
  const asked = request.headers["stripe-version"] ?? "";
  return answeredVersions.includes(asked) ? asked : apiVersion;
}

type Circumstances = { requestId: string; key: string | undefined; fault: Fault | null };

async function answerOrRefuse(
  sandbox: Sandbox,
  request: ApiRequest,
  circumstances: Circumstances,
): Promise<Answer> {
  let publishable = false;
  try {
    const planned = planCall(request);
    publishable = planned.publishable;
    return await answerOnce(sandbox, request, planned, circumstances);
  } catch (error) {
    return {
      ...errorAnswer(sandbox, error, publishable, circumstances.requestId),
      replayed: false,
    };
  }
}

async function answerOnce(
  sandbox: Sandbox,
  request: ApiRequest,
  planned: PlannedCall,
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
  if (stored)
    return throughFault(circumstances.fault, () => ({
      status: stored.status,
      body: stored.body,
      replayed: true,
    }));
  try {
    return await execute(sandbox, planned, circumstances, idempotent);
  } finally {
    finishIdempotent(sandbox, key);
  }
}

function execute(
  sandbox: Sandbox,
  planned: PlannedCall,
  circumstances: Circumstances,
  idempotent: IdempotentRequest | null,
): Promise<Answer> {
  const { fault, requestId, key } = circumstances;
  const keep = ({ status, body }: { status: number; body: string }) => {
    if (idempotent) keepReply(sandbox, idempotent, status, body);
  };
  const lockKey = paymentBehind(sandbox, planned.lockKey);
  requireFree(sandbox, planned, lockKey);
  return sandbox.lock.run(lockKey, async () => {
    const answer = await throughFault(fault, () => {
      const call = beginCall(sandbox, {
        request: { id: requestId, idempotency_key: key ?? null },
        publishable: planned.publishable,
      });
      const { status, body, kept } = work(sandbox, planned, call);
      if (kept) keep({ status, body });
      return { status, body, replayed: false };
    });
    if (fault && keepsFailure(fault) && typeof answer.status === "number")
      keep({ status: answer.status, body: answer.body });
    return answer;
  });
}

/** Where objects are not waited for, a second change of one that is being changed is refused. Reading takes no lock. */
function requireFree(sandbox: Sandbox, planned: PlannedCall, lockKey: string | null): void {
  if (sandbox.state.limits.objectLocks === "wait" || !planned.changes) return;
  if (lockKey !== null && sandbox.lock.isHeld(lockKey)) throw objectInUse();
}

/** A planned fault affects a replayed answer as it does a first one. */
async function throughFault(fault: Fault | null, answer: () => Answer): Promise<Answer> {
  if (fault?.latencyMs) await new Promise((resolve) => setTimeout(resolve, fault.latencyMs));
  if (fault?.before) return failureAnswer(fault.before);
  const answered = answer();
  if (!fault?.after) return answered;
  return fault.after === "truncated"
    ? { ...answered, truncated: true }
    : failureAnswer(fault.after);
}

/** A call about a charge takes the lock of its PaymentIntent. */
function paymentBehind({ state }: Sandbox, id: string | null): string | null {
  return state.charges[id ?? ""]?.payment_intent ?? id;
}

function work(
  sandbox: Sandbox,
  planned: PlannedCall,
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

/** The history must not hold card numbers. */
function hideCard(parameters: string): string {
  return parameters.replaceAll(/(card(?:%5B|\[)(?:number|cvc)(?:%5D|\])=)[^&]*/gi, "$1…");
}
