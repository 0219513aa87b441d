import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Controls } from "../control/controls.ts";
import type { Sandbox } from "../state/sandbox.ts";
import { serveApi } from "./serve-api.ts";
import { serveControls } from "./serve-controls.ts";
import { servePages } from "./serve-pages.ts";

/** One port for the three sides: Stripe's API, what browsers load, and the controls. */
export function serveRequests(sandbox: Sandbox, controls: Controls): RequestListener {
  return (request, response) => {
    serveOne(sandbox, controls, request, response).catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  };
}

async function serveOne(
  sandbox: Sandbox,
  controls: Controls,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? "/", sandbox.origin);
  if (url.pathname.startsWith("/v1/")) return serveApi(sandbox, url, request, response);
  if (url.pathname.startsWith("/_sandbox/")) return serveControls(controls, url, request, response);
  return servePages(sandbox, url, request, response);
}
