import { createHash } from "node:crypto";
import type { Sandbox } from "../state/sandbox.ts";
import type { StoredReply } from "../state/stored-reply.ts";
import { decodeForm, type FormValue, isHash } from "../api/form-encoding.ts";
import { ApiError, invalidParameter } from "../api/api-error.ts";

/** docs.stripe.com/api/idempotent_requests: keys may be forgotten after 24 hours, and have at most 255 characters. */
const KEPT_MS = 24 * 3600 * 1000;
const LONGEST_KEY = 255;

export type IdempotentRequest = { key: string; path: string; parametersHash: string };

/** The same parameters in another order are the same request. */
export function hashParameters(body: string): string {
  return createHash("sha256")
    .update(JSON.stringify(sorted(decodeForm(body))))
    .digest("base64");
}

function sorted(value: FormValue): unknown {
  if (!isHash(value)) return value;
  return Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, inner]) => [name, sorted(inner)]);
}

/** The reply to repeat, or `null` to go ahead, in which case the key counts as in use until `finishIdempotent`. */
export function beginIdempotent(sandbox: Sandbox, request: IdempotentRequest): StoredReply | null {
  if (request.key.length > LONGEST_KEY)
    throw invalidParameter(
      null,
      "Idempotency-Key",
      "Idempotency keys have at most 255 characters.",
    );
  if (sandbox.keysInUse.has(request.key)) throw keyInUse(request.key);
  const stored = sandbox.state.idempotency[request.key];
  if (stored && sandbox.clockMs() - stored.atMs < KEPT_MS) {
    requireSameRequest(stored, request);
    return stored;
  }
  delete sandbox.state.idempotency[request.key];
  sandbox.keysInUse.add(request.key);
  return null;
}

export function keepReply(
  sandbox: Sandbox,
  request: IdempotentRequest,
  status: number,
  body: string,
): void {
  sandbox.state.idempotency[request.key] = {
    path: request.path,
    parametersHash: request.parametersHash,
    status,
    body,
    atMs: sandbox.clockMs(),
  };
}

export function finishIdempotent(sandbox: Sandbox, key: string): void {
  sandbox.keysInUse.delete(key);
}

function requireSameRequest(stored: StoredReply, request: IdempotentRequest): void {
  if (stored.path !== request.path) {
    throw mismatch(
      `Keys for idempotent requests can only be used for the same endpoint they were first used for ('${request.path}' vs '${stored.path}'). Try using a key other than '${request.key}' if you meant to execute a different request.`,
    );
  }
  if (stored.parametersHash !== request.parametersHash) {
    throw mismatch(
      `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${request.key}' if you meant to execute a different request.`,
    );
  }
}

function mismatch(message: string): ApiError {
  return new ApiError(400, { type: "idempotency_error", message }, false);
}

function keyInUse(key: string): ApiError {
  return new ApiError(
    409,
    {
      type: "idempotency_error",
      code: "idempotency_key_in_use",
      message: `There is currently another in-progress request using this Stripe-Idempotent-Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`,
    },
    false,
  );
}
