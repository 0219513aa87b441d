import Stripe from "stripe";
import { expect, test } from "vitest";
import { useDatabase } from "#test/support/use-database.ts";
import { sandbox, useStripe } from "#test/support/use-stripe.ts";
import { isStripeOverrun, isStripeUnreachable, stripe } from "./stripe.ts";

useDatabase();
useStripe();

const tooMany = { status: 429, type: "invalid_request_error", code: "rate_limit" } as const;
const retrieve = (id: string) =>
  stripe()
    .paymentIntents.retrieve(id)
    .catch((error: unknown) => error);

test("fifty calls to one endpoint are spread over time: in no second more than Stripe takes", async () => {
  const since = sandbox().history().length;
  await Promise.all(Array.from({ length: 50 }, (_, index) => retrieve(`pi_none${index}`)));
  const seconds = sandbox()
    .history()
    .slice(since)
    .flatMap((entry) => (entry.kind === "api-call" ? [entry.at] : []));
  expect(seconds).toHaveLength(50);
  const inOne = Map.groupBy(seconds, (second) => second).values();
  expect(Math.max(...[...inOne].map(({ length }) => length))).toBeLessThanOrEqual(30); // answers bunch a little
});

test("after “too many requests” a call waits and is made again", async () => {
  const made = await stripe().paymentIntents.create({ amount: 4500, currency: "eur" });
  sandbox().addFault({
    path: "/v1/payment_intents/*",
    method: "GET",
    times: 2,
    before: tooMany,
  });
  const { id } = await stripe().paymentIntents.retrieve(made.id);
  expect(id).toBe(made.id);
});

test("when Stripe goes on saying so, the call is given up as one that may be made later", async () => {
  sandbox().addFault({ path: "/v1/refunds", method: "GET", times: null, before: tooMany });
  const error = await stripe()
    .refunds.list({ limit: 1 })
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Stripe.errors.StripeRateLimitError);
  expect([isStripeOverrun(error), isStripeUnreachable(error)]).toEqual([true, true]);
}, 20_000);
