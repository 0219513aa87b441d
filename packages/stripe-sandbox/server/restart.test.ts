import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { startSandbox } from "./start-sandbox.ts";
import { receiveWebhooks } from "../testing/receive-webhooks.ts";
import { aPayment, pay, sdkFor } from "../testing/use-sandbox.ts";

const folder = mkdtempSync(join(tmpdir(), "stripe-sandbox-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("a restart forgets nothing: payments, keys, clock and webhooks on their way", async () => {
  const receiver = await receiveWebhooks();
  const options = {
    port: 0,
    dataFile: join(folder, "state.json"),
    webhook: { url: receiver.url, secret: "whsec_x" },
  };
  const before = await startSandbox(options);
  before.pauseWebhooks();
  before.advanceClock(3600);
  const stripe = sdkFor(before.port);
  const held = await pay(stripe, "pm_card_visa");
  const created = await stripe.paymentIntents.create(
    { ...aPayment, allowed_payment_method_types: ["card"] },
    { idempotencyKey: "order:1" },
  );
  await before.stop();

  const after = await startSandbox(options);
  const again = sdkFor(after.port);
  expect(await again.paymentIntents.capture(held.id)).toMatchObject({ status: "succeeded" });
  const replayed = await again.paymentIntents.create(
    { ...aPayment, allowed_payment_method_types: ["card"] },
    { idempotencyKey: "order:1" },
  );
  expect(replayed.id).toBe(created.id);
  expect(replayed.created).toBeGreaterThan(Date.now() / 1000 + 3000);
  expect(receiver.received).toHaveLength(0);
  after.resumeWebhooks();
  await vi.waitFor(() => expect(receiver.received).toHaveLength(6));
  await after.stop();
  await receiver.stop();
});

test("a secret that was rolled goes on signing after a restart", async () => {
  const receiver = await receiveWebhooks();
  const options = { port: 0, dataFile: join(folder, "rolled.json") };
  const endpoint = { url: receiver.url, secret: "whsec_old" };
  const before = await startSandbox({ ...options, webhook: endpoint });
  before.rollWebhookSecret({ secret: "whsec_new" });
  await before.stop();

  const after = await startSandbox({ ...options, webhook: { ...endpoint, secret: "whsec_new" } });
  const stripe = sdkFor(after.port);
  await stripe.paymentIntents.create(aPayment);
  await vi.waitFor(() => expect(receiver.received).toHaveLength(1));
  const { body = "", signature = "" } = receiver.received[0] ?? {};
  for (const secret of ["whsec_old", "whsec_new"])
    expect(stripe.webhooks.constructEvent(body, signature, secret).type).toBe(
      "payment_intent.created",
    );
  await after.stop();
  await receiver.stop();
});

test("a port that is taken rejects with EADDRINUSE", async () => {
  const first = await startSandbox({ port: 0 });
  await expect(startSandbox({ port: first.port })).rejects.toMatchObject({ code: "EADDRINUSE" });
  await first.stop();
});
