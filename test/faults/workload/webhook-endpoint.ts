import { createServer } from "node:http";
import { Readable } from "node:stream";
import { POST } from "#app/api/webhooks/stripe/route.ts";

/** Where Stripe delivers: the app's own route, without Next around it. */
export async function openWebhookEndpoint(port: number): Promise<void> {
  const server = createServer((incoming, outgoing) => {
    const request = new Request(`http://127.0.0.1:${port}/api/webhooks/stripe`, {
      method: "POST",
      headers: { "stripe-signature": String(incoming.headers["stripe-signature"] ?? "") },
      body: Readable.toWeb(incoming) as ReadableStream, // Node's own type of the same thing
      duplex: "half",
    } as RequestInit); // `duplex` is missing in the DOM's types
    void POST(request)
      .then(async (answer) => outgoing.writeHead(answer.status).end(await answer.text()))
      .catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
}
