import { randomBytes } from "node:crypto";
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { plainSessionCookie } from "./session-cookie.ts";

/**
 * So long, in milliseconds, everybody who is not signed in is given the same page. What it shows may be as old as that
 * and as old as what its queries share (`sharedFor`): together under a second.
 */
const sharedMilliseconds = 400;

/** The pages of the market; all that is said on them is public. */
const sharedPaths = /^\/(?:(?:events|tickets)\/[^/?]+)?(?:\?|$)/;

/** What of a request a page of the market depends on besides its address. */
const themeCookie = /(?:^|;\s*)theme=(light|dark)(?:;|$)/;

/** In all, of pages that are kept: more than a busy moment needs. */
const mostBytes = 16 * 1024 * 1024;

/** A page in pieces, between which each who is given it has a nonce of their own. */
type Page = { headers: OutgoingHttpHeaders; nonce: string; pieces: string[]; bytes: number };
type Asking = { request: IncomingMessage; response: ServerResponse; answer: () => void };
type Waiting = Asking & { takesGzip: boolean };
type Shared = { page: Page | null; waiting: Waiting[] };

const compress = promisify(gzip);

/**
 * Answers everybody who asks for the same page of the market within moments with one rendering of it. The first to ask
 * has it rendered by `answer`, and those who ask meanwhile wait for it; whoever is signed in has their own.
 */
export function openSharedPages() {
  const pages = new Map<string, Shared>();
  let kept = 0;

  const share = (asking: Asking): void => {
    const { request, answer } = asking;
    const key = keyOf(request);
    if (key === null) return answer();
    const waiting = {
      ...asking,
      takesGzip: /\bgzip\b/.test(String(request.headers["accept-encoding"])),
    };
    const known = pages.get(key);
    if (known?.page) return void send(known.page, waiting);
    if (known) return void known.waiting.push(waiting);
    lead(key, waiting);
  };

  const lead = (key: string, first: Waiting): void => {
    const shared: Shared = { page: null, waiting: [] };
    pages.set(key, shared);
    const forget = () => {
      if (pages.get(key) === shared) pages.delete(key);
      if (shared.page) kept -= shared.page.bytes;
    };
    const rendered = performance.now();
    capture(first, (page) => {
      const { waiting } = shared;
      shared.waiting = [];
      if (page === "cut off") {
        forget();
        waiting.forEach(share); // one of them is the first now
      } else if (page === null) {
        forget();
        for (const each of waiting) each.answer();
      } else {
        shared.page = page;
        kept += page.bytes;
        const left = rendered + sharedMilliseconds - performance.now();
        if (left > 0 && kept <= mostBytes) setTimeout(forget, left).unref();
        else forget();
        for (const each of [first, ...waiting]) void send(page, each);
      }
    });
  };

  return { share };
}

export type SharedPages = ReturnType<typeof openSharedPages>;

/** Null for what is nobody else's: it is not a page of the market, or not for somebody who has not signed in. */
function keyOf({ method, url = "", headers }: IncomingMessage): string | null {
  if (method !== "GET" || !sharedPaths.test(url)) return null;
  if (headers["rsc"] !== undefined || headers["next-action"] !== undefined) return null;
  const cookie = headers.cookie ?? "";
  if (cookie.includes(`${plainSessionCookie}=`)) return null;
  const [, theme = "system"] = themeCookie.exec(cookie) ?? [];
  return `${theme} ${url}`;
}

type Captured = Page | null | "cut off";

/** Lets a page be rendered into memory instead of to whoever asked. What turns out not to be shareable goes to them alone. */
function capture({ request, response, answer }: Waiting, onEnd: (page: Captured) => void): void {
  const { write, end, flushHeaders, writeHead } = response;
  const chunks: Buffer[] = [];
  const keep = (chunk: unknown, encoding?: unknown) => {
    if (typeof chunk === "string")
      chunks.push(
        Buffer.from(chunk, typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8"),
      );
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  const callback = (...given: unknown[]) => {
    const done = given.find((each) => typeof each === "function");
    if (done) process.nextTick(done); // as Node documents both methods
  };
  const release = () => {
    Object.assign(response, { write, end, flushHeaders, writeHead });
    response.off("close", onClose);
  };
  const onClose = () => {
    release();
    onEnd("cut off");
  };
  response.once("close", onClose);
  delete request.headers["accept-encoding"]; // pieces are compressed once they are put together
  response.flushHeaders = () => {};
  response.writeHead = (status: number, ...rest: unknown[]) => {
    response.statusCode = status;
    const given = rest.find((each) => typeof each === "object");
    for (const [name, value] of Object.entries(given ?? {})) response.setHeader(name, value);
    return response;
  };
  response.write = (chunk: unknown, ...rest: unknown[]) => {
    keep(chunk, rest[0]);
    callback(...rest);
    return true;
  };
  response.end = (chunk?: unknown, ...rest: unknown[]) => {
    if (typeof chunk !== "function") keep(chunk, rest[0]);
    release();
    const body = Buffer.concat(chunks);
    const page = pageOf(response, body);
    if (page === null) response.end(body);
    callback(chunk, ...rest);
    onEnd(page);
    return response;
  };
  answer();
}

/** Null when it is not one that others may have: an error, a redirect, or something with a cookie in it. */
function pageOf(response: ServerResponse, body: Buffer): Page | null {
  const headers = response.getHeaders();
  const policy = headers["content-security-policy"] ?? "";
  const [, nonce] = /'nonce-([^']+)'/.exec(policy) ?? [];
  const isPage = String(headers["content-type"]).startsWith("text/html");
  if (response.statusCode !== 200 || response.headersSent || !isPage || !nonce) return null;
  if (headers["set-cookie"] !== undefined || headers["content-encoding"] !== undefined) return null;
  return { headers, nonce, pieces: body.toString("utf8").split(nonce), bytes: body.length };
}

async function send(page: Page, { takesGzip, response }: Waiting): Promise<void> {
  if (response.destroyed || response.headersSent) return;
  const nonce = randomBytes(16).toString("base64");
  const renew = (value: unknown) =>
    typeof value === "string" ? value.replaceAll(page.nonce, nonce) : value;
  for (const [name, value] of Object.entries(page.headers))
    if (value !== undefined) response.setHeader(name, renew(value) as string);
  response.removeHeader("transfer-encoding");
  const text = Buffer.from(page.pieces.join(nonce));
  const compressed = takesGzip ? await compress(text, { level: 4 }) : null;
  if (compressed) response.setHeader("content-encoding", "gzip");
  response.appendHeader("vary", "Accept-Encoding");
  response.setHeader("content-length", (compressed ?? text).length);
  response.end(compressed ?? text);
}
