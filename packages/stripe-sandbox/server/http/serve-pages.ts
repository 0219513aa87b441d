import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { ApiError } from "../api/api-error.ts";
import { answerChallenge } from "../payments/challenge-payment.ts";
import { beginCall } from "../state/call.ts";
import type { Sandbox } from "../state/sandbox.ts";
import { bundleBrowserScript } from "./bundle-browser-script.ts";
import { readBody } from "./read-body.ts";

type Asset = { type: string; read(): string };

const html = (name: string): Asset => ({
  type: "text/html; charset=utf-8",
  read: () => browserFile(name),
});
const css = (name: string): Asset => ({
  type: "text/css; charset=utf-8",
  read: () => browserFile(name),
});
const script = (name: string): Asset => ({
  type: "text/javascript; charset=utf-8",
  read: () => bundleBrowserScript(name),
});
const stripeJs = script("stripe/define-stripe.ts");

/** js.stripe.com serves a release under its name; older pages ask for `v3`. */
const assets: Record<string, Asset> = {
  "/endive/stripe.js": stripeJs,
  "/v3/stripe.js": stripeJs,
  "/v3/": stripeJs,
  "/stripe.js": stripeJs,
  "/elements/payment": html("payment-frame/payment-frame.html"),
  "/elements/payment.css": css("payment-frame/payment-frame.css"),
  "/elements/payment.js": script("payment-frame/payment-frame.ts"),
  "/authenticate.css": css("authentication/authentication-page.css"),
  "/authenticate.js": script("authentication/authentication-page.ts"),
};

const authenticationPage = html("authentication/authentication-page.html");

/** The frames load and call only the sandbox itself, but for the fonts that a page hands over. */
const FRAME_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; font-src http: https: data:; base-uri 'none'; form-action 'none'";

export async function servePages(
  sandbox: Sandbox,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const challenge = /^\/authenticate\/(src_\w+)$/.exec(url.pathname)?.[1];
  const described = /^\/authenticate\/(src_\w+)\/payment$/.exec(url.pathname)?.[1];
  if (described) return sendJson(response, 200, describePayment(sandbox, described));
  if (challenge && request.method === "POST")
    return answerAuthentication(sandbox, challenge, request, response);
  const asset = challenge
    ? authenticationPage
    : Object.hasOwn(assets, url.pathname)
      ? assets[url.pathname]
      : undefined;
  if (!asset) {
    response
      .writeHead(404, { "Content-Type": "text/plain; charset=utf-8" })
      .end("The Stripe sandbox has no such page. Its README lists what there is.\n");
    return;
  }
  response.writeHead(200, {
    "Content-Type": asset.type,
    "Cache-Control": "no-cache",
    "Content-Security-Policy": FRAME_POLICY,
    "Cross-Origin-Resource-Policy": "cross-origin",
    "X-Content-Type-Options": "nosniff",
  });
  response.end(asset.read());
}

/** The buyer pressed a button. Answers where to send them, or `null` when the page is shown in a modal. */
async function answerAuthentication(
  sandbox: Sandbox,
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body: unknown = JSON.parse(await readBody(request));
  const failed =
    typeof body === "object" && body !== null && "outcome" in body && body.outcome === "failed";
  try {
    const intent = answerChallenge(beginCall(sandbox), id, failed ? "failed" : "completed");
    sandbox.changed();
    const returnUrl = sandbox.state.challenges[id]?.returnUrl ?? null;
    sendJson(response, 200, {
      returnUrl:
        returnUrl === null
          ? null
          : withResult(returnUrl, intent.id, intent.client_secret, intent.status),
    });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    sendJson(response, error.status, { message: error.message });
  }
}

/** What the bank's page shows the buyer: the amount and the card. */
function describePayment(sandbox: Sandbox, challenge: string): object {
  const { challenges, payment_intents: intents, payment_methods: methods } = sandbox.state;
  const intent = intents[challenges[challenge]?.paymentIntent ?? ""];
  if (!intent) return {};
  return {
    amount: intent.amount,
    currency: intent.currency,
    last4: methods[intent.payment_method ?? ""]?.card.last4 ?? null,
  };
}

function withResult(returnUrl: string, id: string, secret: string, status: string): string {
  const url = new URL(returnUrl);
  url.searchParams.set("payment_intent", id);
  url.searchParams.set("payment_intent_client_secret", secret);
  url.searchParams.set(
    "redirect_status",
    status === "succeeded" || status === "requires_capture" ? "succeeded" : "failed",
  );
  return url.href;
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
}

function browserFile(name: string): string {
  return readFileSync(new URL(`../../browser/${name}`, import.meta.url), "utf8");
}
