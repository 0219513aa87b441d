import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { maximumBytesOf, tooLarge } from "./body-limits.ts";
import { withRequest } from "./current-request.ts";
import { openSharedPages, type SharedPages } from "./share-pages.ts";

/** A sender who is cut off while sending often loses the answer too: so much longer is read, and thrown away. */
const lingerMilliseconds = 1000;

/**
 * Stands before every HTTP server that this process starts, whichever route it is for: Next offers a route neither
 * the socket nor a limit for what it reads. A request goes on once all of its body is here; one that turns out too
 * long, whatever length it claims, is answered with 413 and never goes on. The socket's address and the response go with
 * it. Pages of the market are rendered once for all who ask at the same time.
 */
export function admitRequests(): void {
  const { share } = openSharedPages();
  const guarded = new WeakSet<Server>();
  // Node tells this before the server itself is told, so that the very first request is guarded as well.
  subscribe("http.server.request.start", (message) => {
    const { server } = message as { server: Server }; // as Node documents this channel
    if (guarded.has(server)) return;
    guarded.add(server);
    guardServer(server, share);
  });
}

function guardServer(server: Server, share: SharedPages["share"]): void {
  const emit = server.emit.bind(server);
  server.emit = (name: string, ...told: unknown[]) => {
    if (name !== "request") return emit(name, ...told);
    const [request, response] = told as [IncomingMessage, ServerResponse]; // what a server tells of a request
    const peer = request.socket.remoteAddress;
    const answer = () =>
      withRequest({ peer, response }, () => void emit("request", request, response));
    const goOn = () => share({ request, response, answer });
    receiveBody(request, goOn, () => refuse(request, response));
    return true;
  };
}

function receiveBody(request: IncomingMessage, goOn: () => void, tooLong: () => void): void {
  const { "content-length": length = "0", "transfer-encoding": encoding } = request.headers;
  const maximum = maximumBytesOf(request.url?.split("?")[0] ?? "");
  if (Number(length) > maximum) {
    discard(request);
    return tooLong();
  }
  if (Number(length) === 0 && !encoding) return goOn();
  countBytes(request, maximum, goOn, tooLong);
}

/** Keeps what arrives inside the request, where its reader finds it. Every byte of a body comes through `push`. */
function countBytes(
  request: IncomingMessage,
  maximum: number,
  goOn: () => void,
  tooLong: () => void,
): void {
  const push = request.push.bind(request);
  let bytes = 0;
  request.push = (chunk: Uint8Array | null) => {
    if (chunk === null) {
      push(null);
      goOn();
      return false;
    }
    bytes += chunk.length;
    if (bytes <= maximum) {
      push(chunk);
    } else {
      discard(request);
      tooLong();
    }
    return true; // go on reading: nobody has begun to take it out
  };
}

function discard(request: IncomingMessage): void {
  request.push = () => true;
}

function refuse(request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(413, {
    "Content-Type": "text/plain; charset=utf-8",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
  });
  response.end(tooLarge);
  const { socket } = request;
  setTimeout(() => request.complete || socket.destroy(), lingerMilliseconds).unref();
}
