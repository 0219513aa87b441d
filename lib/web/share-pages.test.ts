import { once } from "node:events";
import {
  createServer,
  get,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";
import { afterEach, expect, test } from "vitest";
import { openSharedPages } from "./share-pages.ts";

let server: Server | undefined;
afterEach(() => server?.close());

type Rendering = { request: IncomingMessage; response: ServerResponse };

/** A server whose pages are rendered when the test says so. */
async function aServer() {
  const rendering: Rendering[] = [];
  const { share } = openSharedPages();
  const listener: RequestListener = (request, response) =>
    share({ request, response, answer: () => void rendering.push({ request, response }) });
  server = createServer(listener);
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo; // it listens on a port
  const ask = (path: string, headers: Record<string, string> = {}, method = "GET") => {
    const asking = get({ host: "127.0.0.1", port, path, headers, method, agent: false });
    const answered = once(asking, "response").then(async ([answer]) => {
      const chunks: Buffer[] = [];
      for await (const chunk of answer as IncomingMessage) chunks.push(chunk as Buffer);
      const body = Buffer.concat(chunks);
      const { statusCode, headers: got } = answer as IncomingMessage;
      const text = (got["content-encoding"] === "gzip" ? gunzipSync(body) : body).toString();
      return { status: statusCode, headers: got, text };
    });
    answered.catch(() => {});
    return { answered, leave: () => asking.destroy() };
  };
  /** Waits until so many renderings have been asked for in all, and returns the last. */
  const rendered = async (count: number): Promise<Rendering> => {
    await expect.poll(() => rendering.length).toBe(count);
    return rendering[count - 1] as Rendering; // it is there, as was just waited for
  };
  return { ask, rendered, count: () => rendering.length };
}

/** As Next does it, piece by piece. */
function render({ response }: Rendering, nonce: string, more: Record<string, string> = {}): void {
  response.setHeader("content-security-policy", `script-src 'nonce-${nonce}'`);
  for (const [name, value] of Object.entries(more)) response.setHeader(name, value);
  response.writeHead(response.statusCode, { "content-type": "text/html; charset=utf-8" });
  response.write(`<p>Zoë</p><script nonce="${nonce}"></script>`);
  response.end(`<script nonce="${nonce}">1</script>`);
}

const nonceOf = (text: string) => /nonce="([^"]+)"/.exec(text)?.[1] ?? "";

test("everybody who asks at once is given one rendering, each with a nonce that nobody else has", async () => {
  const { ask, rendered, count } = await aServer();
  const asked = Array.from({ length: 20 }, (_, n) =>
    ask("/events/night", n % 2 ? { "accept-encoding": "br, gzip" } : {}),
  );
  const rendering = await rendered(1);
  expect(rendering.request.headers["accept-encoding"]).toBeUndefined();
  render(rendering, "the-first");
  const later = ask("/events/night");
  const answers = await Promise.all([...asked, later].map(({ answered }) => answered));
  expect(count()).toBe(1);
  const nonces = new Set(answers.map(({ text }) => nonceOf(text)));
  expect(nonces.size).toBe(21);
  expect(nonces).not.toContain("the-first");
  for (const { status, text, headers } of answers) {
    const nonce = nonceOf(text);
    expect(status).toBe(200);
    expect(text).toBe(
      `<p>Zoë</p><script nonce="${nonce}"></script><script nonce="${nonce}">1</script>`,
    );
    expect(headers["content-security-policy"]).toBe(`script-src 'nonce-${nonce}'`);
  }
  expect(answers[1]?.headers["content-encoding"]).toBe("gzip");
});

test("what is older than a moment is rendered anew", async () => {
  const { ask, rendered } = await aServer();
  const first = ask("/");
  render(await rendered(1), "a");
  await first.answered;
  await expect
    .poll(async () => {
      const again = ask("/");
      const asked = await Promise.race([again.answered, rendered(2).catch(() => null)]);
      return asked !== null && "request" in asked ? asked : null;
    })
    .not.toBeNull();
});

test.each<[string, string, Record<string, string>, string?]>([
  ["who is signed in", "/", { cookie: "theme=dark; rowlock-session=x" }],
  ["what the router fetches", "/", { rsc: "1" }],
  ["what is no page of the market", "/orders/1", {}],
  ["what lies under an event", "/events/night/calendar.ics", {}],
  ["what is sent rather than asked for", "/tickets/1", {}, "POST"],
])("%s is not shared", async (_what, path, headers, method) => {
  const { ask, rendered } = await aServer();
  const asked = [ask(path, headers, method), ask(path, headers, method)];
  const last = await rendered(2);
  render(last, "mine");
  const answers = asked.map(({ answered }) => answered);
  expect(nonceOf((await Promise.race(answers)).text)).toBe("mine");
  asked.forEach(({ leave }) => leave());
});

test("addresses and themes are kept apart", async () => {
  const { ask, rendered } = await aServer();
  const paths = ["/", "/?q=a", "/?q=b", "/events/a", "/tickets/a"];
  const asked = [
    ...paths.map((path) => ask(path)),
    ask("/", { cookie: "theme=dark" }),
    ask("/", { cookie: "other=1; theme=light" }),
  ];
  await rendered(7);
  asked.forEach(({ leave }) => leave());
});

test.each<[string, (rendering: Rendering) => void]>([
  [
    "not found",
    ({ response }) => {
      response.statusCode = 404;
      render({ response } as Rendering, "one");
    },
  ],
  ["with a cookie", (rendering) => render(rendering, "one", { "set-cookie": "a=1" })],
  ["a redirect", ({ response }) => void response.writeHead(307, { location: "/" }).end()],
  ["without a nonce", ({ response }) => void response.end("plain")],
])("an answer that is %s goes to who asked, and each has their own", async (_what, answer) => {
  const { ask, rendered } = await aServer();
  const [first, second] = [ask("/events/gone"), ask("/events/gone")];
  answer(await rendered(1));
  const other = await rendered(2);
  answer(other);
  const [one, two] = await Promise.all([first.answered, second.answered]);
  expect([one.status, one.text]).toEqual([two.status, two.text]);
  for (const name of ["location", "set-cookie"])
    expect(one.headers[name]).toEqual(two.headers[name]);
});

test("when the first to ask leaves, the next is the first", async () => {
  const { ask, rendered, count } = await aServer();
  const first = ask("/");
  await rendered(1);
  const [second, third] = [ask("/"), ask("/")];
  first.leave();
  render(await rendered(2), "two");
  expect((await second.answered).status).toBe(200);
  expect((await third.answered).status).toBe(200);
  expect(count()).toBe(2);
});
