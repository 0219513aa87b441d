import { expect, test, vi } from "vitest";
import { aPayment } from "#testing/use-sandbox.ts";
import { patience, useWebhooks, webhookSecret as oldSecret } from "#testing/use-webhooks.ts";

const { tested, receiver, verify, received } = await useWebhooks();
const newSecret = "whsec_the_next_one";
const schemes = (index: number) =>
  receiver.received[index]?.signature.split(",").map((entry) => entry.split("=")[0]);
const tried = (times: number) =>
  vi.waitFor(
    () =>
      expect(tested.sandbox.history().filter(({ kind }) => kind === "delivery")).toHaveLength(
        times,
      ),
    patience,
  );

test("both secrets verify until the old one expires, and every try is signed anew", async () => {
  const { sandbox, stripe } = tested;
  receiver.answerWith(500, 500);
  await stripe.paymentIntents.create(aPayment);
  await tried(1);
  expect(schemes(0)).toEqual(["t", "v1", "v0"]);
  expect(() => verify(0, newSecret)).toThrow("No signatures found");

  sandbox.rollWebhookSecret({ secret: newSecret });
  sandbox.advanceClock(24 * 3600 - 1);
  await tried(2);
  expect(schemes(1)).toEqual(["t", "v1", "v1", "v0"]);
  expect(verify(1, newSecret).id).toBe(verify(0, oldSecret).id);
  expect(verify(1, oldSecret).id).toBe(verify(0, oldSecret).id);

  sandbox.advanceClock(60);
  await received(3);
  expect(schemes(2)).toEqual(["t", "v1", "v0"]);
  expect(verify(2, newSecret).id).toBe(verify(0, oldSecret).id);
  expect(() => verify(2, oldSecret)).toThrow("No signatures found");
});

test("an old secret may expire sooner, or at once", async () => {
  const { sandbox, stripe } = tested;
  const open = () => stripe.paymentIntents.create(aPayment);
  sandbox.rollWebhookSecret({ secret: newSecret, expiresInSeconds: 600 });
  sandbox.advanceClock(590);
  await open();
  await received(1);
  expect(verify(0, oldSecret).id).toBe(verify(0, newSecret).id);
  sandbox.advanceClock(10);
  await open();
  await received(2);
  expect(() => verify(1, oldSecret)).toThrow("No signatures found");
  sandbox.rollWebhookSecret({ secret: "whsec_third", expiresInSeconds: 0 });
  await open();
  await received(3);
  expect(verify(2, "whsec_third").type).toBe("payment_intent.created");
  expect(() => verify(2, newSecret)).toThrow("No signatures found");
});

test("the control address rolls too, and refuses when there is no endpoint", async () => {
  const roll = () =>
    fetch(`http://127.0.0.1:${tested.sandbox.port}/_sandbox/webhooks/roll-secret`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ secret: newSecret, expiresInSeconds: 60 }),
    });
  expect((await roll()).status).toBe(200);
  await tested.stripe.paymentIntents.create(aPayment);
  await received(1);
  expect(verify(0, newSecret).id).toBe(verify(0, oldSecret).id);
  tested.sandbox.setWebhook(null);
  expect((await roll()).status).toBe(400);
});
