import Stripe from "stripe";
import { expect, test } from "vitest";
import { refusal, sdkFor, useSandbox } from "#testing/use-sandbox.ts";

const tested = useSandbox();
const send = (body: string, headers: Record<string, string> = {}) =>
  fetch(`http://127.0.0.1:${tested.sandbox.port}/v1/payment_intents`, {
    method: "POST",
    headers: {
      Authorization: "Bearer sk_test_x",
      "Content-Type": "application/x-www-form-urlencoded",
      ...headers,
    },
    body,
  });

test.each([
  ["True", 200],
  ["true", 200],
  ["FALSE", 200],
  ["yes", 400],
  ["1", 400],
])("automatic_payment_methods[enabled]=%s is answered %d", async (word, status) => {
  const body = `amount=4500&currency=eur&automatic_payment_methods[enabled]=${word}`;
  expect((await send(body)).status).toBe(status);
});

test("the same parameters in another order are the same request", async () => {
  const key = { "Idempotency-Key": "order:9" };
  const first = await send(
    "amount=4500&currency=eur&metadata[a]=1&metadata[b]=2&expand[]=customer",
    key,
  );
  const again = await send(
    "expand[0]=customer&metadata[b]=2&metadata[a]=1&currency=eur&amount=4500",
    key,
  );
  expect(again.headers.get("idempotent-replayed")).toBe("true");
  expect(await again.json()).toEqual(await first.json());
  const other = await send(
    "amount=4500&currency=eur&metadata[a]=2&metadata[b]=1&expand[]=customer",
    key,
  );
  expect(other.status).toBe(400);
  expect(await other.json()).toMatchObject({ error: { type: "idempotency_error" } });
});

test("another release of the SDK is told what to do", async () => {
  for (const version of ["2025-03-31.basil", "2025-12-15.clover", "2026-06-24.dahlia"]) {
    const other = new Stripe("sk_test_x", {
      host: "127.0.0.1",
      port: tested.sandbox.port,
      protocol: "http",
      apiVersion: version as never, // what an older release sends by itself
    });
    const error = await refusal(other.paymentIntents.list());
    expect(error).toMatchObject({ statusCode: 400 });
    expect(error.message).toContain("use stripe@23");
    expect(error.message).toContain(`apiVersion: "${Stripe.API_VERSION}"`);
  }
});

test("and another version of this release train is answered under its name", async () => {
  const reply = await send("amount=4500&currency=eur", { "Stripe-Version": "2026-09-30.endive" });
  expect(reply.status).toBe(200);
  expect(reply.headers.get("stripe-version")).toBe("2026-09-30.endive");
});

test("a key may not be a live one", async () => {
  expect(await refusal(sdkFor(tested.sandbox.port, "rk_live_x").charges.list())).toMatchObject({
    statusCode: 401,
  });
});
