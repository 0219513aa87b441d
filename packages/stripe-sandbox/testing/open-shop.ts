import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import type Stripe from "stripe";
import { aPayment } from "./use-sandbox.ts";

export type Shop = { url: string; stop(): Promise<void> };

const require = createRequire(import.meta.url);
// The loader as a module a browser can import. The package exports no path to this file, so it is found beside the entry.
const packageEntry = require.resolve("@stripe/stripe-js");
const loader = readFileSync(join(dirname(packageEntry), "../dist/pure.mjs"), "utf8");

/** A checkout page with the genuine loader of @stripe/stripe-js, and a policy as strict as the app's. */
export async function openShop(stripe: Stripe, sandboxUrl: string): Promise<Shop> {
  const policy = `default-src 'none'; script-src 'nonce-shop' 'strict-dynamic'; style-src 'self' 'nonce-shop'; connect-src 'self' ${sandboxUrl}; frame-src ${sandboxUrl}`;
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const path = new URL(request.url ?? "/", "http://shop").pathname;
    if (path === "/loader.mjs")
      return response.setHeader("Content-Type", "text/javascript").end(loader);
    if (path === "/payment") {
      const intent = await stripe.paymentIntents.create({
        ...aPayment,
        allowed_payment_method_types: ["card"],
      });
      return response.end(intent.client_secret);
    }
    response.setHeader("Content-Type", "text/html").setHeader("Content-Security-Policy", policy);
    return response.end(path === "/paid" ? "<h1>Thank you</h1>" : checkoutPage(sandboxUrl));
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // it listens on TCP
  return {
    url: `http://localhost:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function checkoutPage(sandboxUrl: string): string {
  return `<!doctype html><title>Checkout</title>
<form><div id="payment"></div><button>Pay</button></form><output></output>
<script nonce="shop" src="${sandboxUrl}/endive/stripe.js"></script>
<script nonce="shop" type="module">
  import { loadStripe } from "/loader.mjs";
  const stripe = await loadStripe("pk_test_shop");
  const query = new URLSearchParams(location.search);
  const redirect = query.get("redirect") ?? "if_required";
  const amount = Number(query.get("amount") ?? 4500);
  const ways = query.has("any-way") ? {} : { allowedPaymentMethodTypes: (query.get("ways") ?? "card").split(",") };
  const newSecret = async () => (await fetch("/payment")).text();
  const secretFirst = query.has("secret-first") ? await newSecret() : undefined;
  const elements = stripe.elements(
    secretFirst ? { clientSecret: secretFirst } : { mode: "payment", amount, currency: "eur", captureMethod: "manual", ...ways },
  );
  elements.create("payment").mount("#payment");
  const say = ({ error, paymentIntent }) => {
    document.querySelector("output").textContent = error ? (error.code ?? error.type) + ": " + error.message : paymentIntent.status;
  };
  document.querySelector("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    const { error } = await elements.submit();
    if (error) return say({ error });
    const clientSecret = secretFirst ?? (await newSecret());
    say(await stripe.confirmPayment({ elements, clientSecret, redirect, confirmParams: { return_url: location.origin + "/paid" } }));
  });
</script>`;
}
