import { AsyncLocalStorage } from "node:async_hooks";
import type { ServerResponse } from "node:http";
import { type OpenAnswer, takeOver } from "./take-over.ts";

/** What Next keeps to itself of a request. */
type Current = { peer: string | undefined; response: ServerResponse };

const key = Symbol.for("rowlock.current-request");
/** instrumentation.ts and each route are bundled apart: what they share has to hang on the process. */
const shared = globalThis as { [key]?: AsyncLocalStorage<Current> }; // nobody else has this symbol
const requests = (shared[key] ??= new AsyncLocalStorage());

/** Runs `work` for a request that came over a socket from the address `peer`. */
export function withRequest(current: Current, work: () => void): void {
  requests.run(current, work);
}

/** The address at the other end of the current request's socket. Nothing that was sent can change it. */
export function currentPeer(): string | undefined {
  return requests.getStore()?.peer;
}

/** Takes the current request's answer out of the framework's hands, where that can be done: see `takeOver`. */
export function takeOverAnswer(
  headers: Record<string, string>,
  mostBehind: number,
): OpenAnswer | null {
  const response = requests.getStore()?.response;
  return response && !response.headersSent ? takeOver(response, headers, mostBehind) : null;
}

/** Gives the page being rendered this status. False when its head has been sent, or is not ours to write. */
export function answerWith(status: 403 | 404): boolean {
  const response = requests.getStore()?.response;
  if (!response || response.headersSent) return false;
  response.statusCode = status;
  return true;
}
