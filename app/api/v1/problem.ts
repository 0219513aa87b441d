import { STATUS_CODES } from "node:http";
import { Refusal, refusalSentence } from "#kernel/refusal.ts";
import { refusals } from "#kernel/refusals.ts";
import { report } from "#kernel/report.ts";
import type { Representation } from "#lib/integrations/api/representations.ts";
import { databaseAnswers } from "#lib/operations/database-answers.ts";

export const uncached = { "Cache-Control": "no-store" };

type Problem = {
  code: string;
  status: number;
  /** Why, and what to do next. */
  detail: string;
  errors?: Representation<"Problem">["errors"];
  headers?: Record<string, string>;
};

/** An answer that says why not (RFC 9457). */
export function answerProblem({ code, status, detail, errors, headers }: Problem): Response {
  const type = `urn:rowlock:problem:${code}`;
  const title = STATUS_CODES[status] ?? "Refused";
  const problem = { type, title, status, detail, ...(errors && { errors }) };
  return new Response(JSON.stringify(problem satisfies Representation<"Problem">), {
    status,
    headers: { "Content-Type": "application/problem+json", ...uncached, ...headers },
  });
}

export function notFound(): Response {
  const detail =
    "There is nothing of yours here. Check the address, which /api/openapi.json tells.";
  return answerProblem({ code: "not-found", status: 404, detail });
}

/** For every method but reading ones. */
export function notAllowed(): Response {
  const detail = "The API is for reading. Ask by GET.";
  const headers = { Allow: "GET, HEAD, OPTIONS" };
  return answerProblem({ code: "method-not-allowed", status: 405, detail, headers });
}

/** What was thrown, in an answer: a refusal in its own words, a failure reported. */
export async function answerThrown(error: unknown, request: Request): Promise<Response> {
  if (error instanceof Refusal) return answerRefusal(error, request);
  report("error", "the API failed", { error });
  if (await databaseAnswers()) {
    const detail = "Something broke on our side, and is reported. Try again in a while.";
    return answerProblem({ code: "broken", status: 500, detail });
  }
  const detail = "Our database does not answer at the moment. Try again in a minute.";
  const headers = { "Retry-After": "30" };
  return answerProblem({ code: "database-away", status: 503, detail, headers });
}

function answerRefusal({ reason }: Refusal, request: Request): Response {
  const { code, details } = reason;
  const { status } = refusals[code];
  const errors =
    code === "invalid-input"
      ? Object.entries(details.fields).map(([parameter, detail]) => ({ parameter, detail }))
      : undefined;
  const headers = headersFor(status, details, request);
  return answerProblem({
    code,
    status,
    detail: refusalSentence(reason),
    headers,
    ...(errors && { errors }),
  });
}

function headersFor(status: number, details: object, request: Request): Record<string, string> {
  if (status === 401) {
    const given = request.headers.has("authorization") ? ', error="invalid_token"' : "";
    return { "WWW-Authenticate": `Bearer realm="rowlock"${given}` };
  }
  if (status !== 429 && status !== 503) return {};
  const seconds = "retryAfterSeconds" in details ? String(details.retryAfterSeconds) : "1";
  return { "Retry-After": seconds };
}
