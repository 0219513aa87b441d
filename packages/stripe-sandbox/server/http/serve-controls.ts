import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { ApiError } from "../api/api-error.ts";
import { controlRoutes } from "../control/control-routes.ts";
import type { Controls } from "../control/controls.ts";
import { readBody } from "./read-body.ts";

/** `/_sandbox/…`. A change must be sent as JSON: a browser asks permission before another site's page may send that. */
export async function serveControls(
  controls: Controls,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const name = url.pathname.slice("/_sandbox/".length);
  const routes = request.method === "POST" ? controlRoutes.POST : controlRoutes.GET;
  const route = Object.hasOwn(routes, name) ? routes[name] : undefined;
  if (!route)
    return answer(response, 404, {
      error: `The sandbox has no control ${request.method} /_sandbox/${name}.`,
    });
  if (
    request.method === "POST" &&
    !request.headers["content-type"]?.startsWith("application/json")
  ) {
    return answer(response, 415, { error: "Send application/json." });
  }
  try {
    const text = request.method === "POST" ? await readBody(request) : "";
    answer(response, 200, await route(controls, text === "" ? {} : JSON.parse(text)));
  } catch (error) {
    if (error instanceof z.ZodError) answer(response, 400, { error: z.prettifyError(error) });
    else if (error instanceof ApiError)
      answer(response, 400, { error: error.message, code: error.body.code });
    else if (error instanceof SyntaxError) answer(response, 400, { error: error.message });
    else throw error;
  }
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response
    .writeHead(status, { "Content-Type": "application/json" })
    .end(JSON.stringify(body, null, 2));
}
