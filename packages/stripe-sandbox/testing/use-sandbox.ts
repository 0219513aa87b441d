import Stripe from "stripe";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { type RunningSandbox, startSandbox } from "../server/start-sandbox.ts";

export type SandboxUnderTest = { readonly sandbox: RunningSandbox; readonly stripe: Stripe };

/** One sandbox per test file, emptied before each test, and the genuine SDK pointed at it. */
export function useSandbox(): SandboxUnderTest {
  let sandbox: RunningSandbox | null = null;
  let stripe: Stripe | null = null;
  beforeAll(async () => {
    sandbox = await startSandbox({ port: 0 });
    stripe = sdkFor(sandbox.port);
  });
  beforeEach(() => sandbox?.reset());
  afterAll(() => sandbox?.stop());
  return {
    get sandbox() {
      return started(sandbox);
    },
    get stripe() {
      return started(stripe);
    },
  };
}

export function sdkFor(port: number, key = "sk_test_sandbox", maxNetworkRetries = 0): Stripe {
  return new Stripe(key, {
    host: "127.0.0.1",
    port,
    protocol: "http",
    maxNetworkRetries,
    telemetry: false,
  });
}

function started<T>(value: T | null): T {
  if (value === null) throw new Error("The sandbox starts in beforeAll: use it inside a test.");
  return value;
}

export const aPayment = {
  amount: 4500,
  currency: "eur",
  capture_method: "manual",
  allowed_payment_method_types: ["card"],
} as const satisfies Partial<Stripe.PaymentIntentCreateParams>;

/** Creates and confirms, and answers the refusal if there is one. */
export async function pay(
  stripe: Stripe,
  paymentMethod: string,
  more: Partial<Stripe.PaymentIntentCreateParams> = {},
) {
  return stripe.paymentIntents.create({
    ...aPayment,
    allowed_payment_method_types: ["card"],
    payment_method: paymentMethod,
    confirm: true,
    ...more,
  });
}

/** The error a call must end with. */
export async function refusal(call: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  try {
    await call;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) return error;
    throw error;
  }
  throw new Error("The call was expected to be refused.");
}
