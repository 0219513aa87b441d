import { once } from "node:events";
import { createServer, type IncomingMessage, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { admitRequests } from "./admit-requests.ts";
import { currentPeer } from "./current-request.ts";

let server: Server;
let reached: { path: string; length: number; peer: string | undefined }[] = [];

/** Reads whatever it is sent, after a while, as a route of Next does. */
async function answerLate(given: IncomingMessage): Promise<void> {
  await pause(5);
  let length = 0;
  for await (const chunk of given) length += (chunk as Buffer).length; // a request's body is Buffers
  reached.push({ path: given.url ?? "", length, peer: currentPeer() });
}

beforeAll(async () => {
  admitRequests();
  server = createServer((given, answer) => void answerLate(given).then(() => answer.end("done")));
  await once(server.listen(0, "127.0.0.1"), "listening");
});
afterAll(() => server.close());
beforeEach(() => {
  reached = [];
});

type Sending = { path?: string; headers?: Record<string, string>; method?: string };
const kilobyte = Buffer.alloc(1024, "x");

/** Sends so many kilobytes in pieces, without saying how many unless the headers do. Resolves to the status. */
async function send(
  kilobytes: number,
  { path = "/", headers = {}, method = "POST" }: Sending = {},
) {
  const { port } = server.address() as AddressInfo; // it listens on a port
  const sending = request({ port, path, method, headers, host: "127.0.0.1" });
  sending.on("error", () => {}); // cut off while sending: the answer came before
  const answered = once(sending, "response");
  sending.flushHeaders();
  Readable.from(Array.from({ length: kilobytes }, () => kilobyte)).pipe(sending);
  const [answer] = (await answered) as [IncomingMessage]; // what a response event brings
  answer.resume();
  if (answer.statusCode === 413) sending.destroy();
  return answer.statusCode;
}

test.each([
  ["/", 64],
  ["/sign-in", 64],
  ["/api/auth/callback/credentials?x=/api/webhooks/stripe", 64],
  ["/api/webhooks/stripe", 512],
])(
  "%s takes %i kB, in pieces of no stated length or of a stated one, and not one more",
  async (path, limit) => {
    const stated = (kilobytes: number) => ({ "content-length": String(kilobytes * 1024) });
    expect(await send(limit, { path })).toBe(200);
    expect(await send(limit, { path, headers: stated(limit) })).toBe(200);
    expect(await send(limit + 1, { path })).toBe(413);
    expect(await send(limit + 1, { path, headers: stated(limit + 1) })).toBe(413);
    expect(reached.map(({ length }) => length)).toEqual([limit * 1024, limit * 1024]);
  },
);

test("a body is bounded whatever the method", async () => {
  const methods = ["GET", "PUT", "PATCH", "DELETE", "OPTIONS"];
  const headers = { "transfer-encoding": "chunked" };
  for (const method of methods) expect(await send(65, { method, headers }), method).toBe(413);
  expect(reached).toEqual([]);
});

test("of many megabytes next to nothing is kept, and the server lives on", async () => {
  const before = process.memoryUsage().arrayBuffers;
  let most = 0;
  const watching = setInterval(() => {
    most = Math.max(most, process.memoryUsage().arrayBuffers - before);
  }, 5);
  const all = await Promise.all(Array.from({ length: 20 }, () => send(16_384)));
  clearInterval(watching);
  expect(new Set(all)).toEqual(new Set([413]));
  expect(reached).toEqual([]);
  expect(most).toBeLessThan(100 * 1024 * 1024); // of 320 megabytes, with what the senders hold and nobody cleared away yet
  expect(await send(1)).toBe(200);
});

test("what has no body goes on at once, and the socket's address goes with everything", async () => {
  const headers = { "x-forwarded-for": "203.0.113.7" };
  expect(await send(0, { method: "GET", headers })).toBe(200);
  expect(await send(3, { headers })).toBe(200);
  expect(reached.map(({ peer }) => peer)).toEqual(["127.0.0.1", "127.0.0.1"]);
});

test("whoever hangs up in the middle of a body reaches nothing and breaks nothing", async () => {
  const { port } = server.address() as AddressInfo; // it listens on a port
  const sending = request({ port, method: "POST", host: "127.0.0.1" });
  sending.on("error", () => {}); // we hang up ourselves
  sending.write(kilobyte);
  await once(sending, "socket");
  await pause(20);
  sending.destroy();
  expect(await send(1)).toBe(200);
  expect(reached).toHaveLength(1);
});
