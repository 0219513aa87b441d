import type { IncomingMessage, ServerResponse } from "node:http";
import { answerApiRequest } from "../dispatch/answer-api-request.ts";
import type { Sandbox } from "../state/sandbox.ts";
import { readBody } from "./read-body.ts";

/** `/v1/…`: what api.stripe.com answers, with the CORS that stripe.js needs. */
export async function serveApi(
  sandbox: Sandbox,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader("Access-Control-Allow-Origin", "*");
  response.setHeader(
    "Access-Control-Expose-Headers",
    "request-id, stripe-rate-limited-reason, stripe-should-retry, stripe-version",
  );
  if (request.method === "OPTIONS") {
    response.setHeader("Access-Control-Allow-Methods", "GET, POST");
    response.setHeader(
      "Access-Control-Allow-Headers",
      "authorization, content-type, idempotency-key, stripe-account, stripe-version",
    );
    response.setHeader("Access-Control-Max-Age", "600");
    response.writeHead(204).end();
    return;
  }
  const method = request.method ?? "GET";
  const reply = await answerApiRequest(sandbox, {
    method,
    path: url.pathname,
    parameters: method === "GET" ? url.search.slice(1) : await readBody(request),
    headers: {
      authorization: request.headers.authorization,
      "idempotency-key": single(request.headers["idempotency-key"]),
      "stripe-account": single(request.headers["stripe-account"]),
      "stripe-version": single(request.headers["stripe-version"]),
    },
  });
  if (reply.status === "no-answer") return;
  if (reply.status === "connection-reset") {
    request.socket.resetAndDestroy();
    return;
  }
  const body = Buffer.from(reply.body);
  response.writeHead(reply.status, {
    "Content-Type": "application/json",
    "Content-Length": body.length,
    ...reply.headers,
  });
  if (reply.truncated)
    response.write(body.subarray(0, body.length / 2), () => request.socket.destroy());
  else response.end(body);
}

function single(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}
