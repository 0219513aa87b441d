import type Stripe from "stripe";
import { afterAll, afterEach, beforeEach, expect, vi } from "vitest";
import { receiveWebhooks, type WebhookReceiver } from "./receive-webhooks.ts";
import { type SandboxUnderTest, useSandbox } from "./use-sandbox.ts";

export const webhookSecret = "whsec_test_secret";

/** Long enough for a machine under load; only a failing test waits it out. */
export const patience = { timeout: 5000 };

export type WebhooksUnderTest = {
  readonly tested: SandboxUnderTest;
  readonly receiver: WebhookReceiver;
  /** Webhook number `index` as the genuine SDK reads it. Throws if it does not verify. */
  verify(index: number, secret?: string): Stripe.Event;
  /** Resolves once exactly this many have arrived. */
  received(count: number): Promise<void>;
};

/** A sandbox per test file that sends to an endpoint, both emptied before each test. */
export async function useWebhooks(): Promise<WebhooksUnderTest> {
  const tested = useSandbox();
  const receiver = await receiveWebhooks();
  beforeEach(() => tested.sandbox.setWebhook({ url: receiver.url, secret: webhookSecret }));
  afterEach(async () => {
    tested.sandbox.setWebhook(null);
    receiver.forget();
    await tested.sandbox.flushWebhooks(); // nothing of this test arrives in the next
    receiver.forget();
  });
  afterAll(() => receiver.stop());
  return {
    tested,
    receiver,
    verify(index, secret = webhookSecret) {
      const { body, signature } = receiver.received[index] ?? { body: "", signature: "" };
      return tested.stripe.webhooks.constructEvent(body, signature, secret);
    },
    received: (count) => vi.waitFor(() => expect(receiver.received).toHaveLength(count), patience),
  };
}
