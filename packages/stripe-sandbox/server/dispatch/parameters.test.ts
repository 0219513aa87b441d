import { describe, expect, test } from "vitest";
import { routes } from "./plan-call.ts";
import { aPayment, refusal, useSandbox } from "#testing/use-sandbox.ts";

const tested = useSandbox();
const payment = { ...aPayment, allowed_payment_method_types: ["card"] };

test.each([
  [
    { ...payment, payment_method_types: ["card"] },
    "payment_method_types_no_longer_supported",
    "payment_method_types",
  ],
  [{ ...payment, amount: 49 }, "amount_too_small", "amount"],
  [{ ...payment, amount: 100_000_000 }, "amount_too_large", "amount"],
  [{ ...payment, amount: 10.5 }, "parameter_invalid_integer", "amount"],
  [{ ...payment, currency: "EUR" }, undefined, "currency"],
  [{ currency: "eur" } as never, "parameter_missing", "amount"], // what the SDK's types would not let through
  [{ ...payment, payment_method: "pm_none" }, "resource_missing", "payment_method"],
])("%j is refused as %s", async (wanted, code, param) => {
  expect(await refusal(tested.stripe.paymentIntents.create(wanted))).toMatchObject({
    statusCode: 400,
    code,
    param,
  });
});

test("metadata is merged, and an empty value takes a key away", async () => {
  const { stripe } = tested;
  const created = await stripe.paymentIntents.create({
    ...payment,
    metadata: { a: "1", b: "x & y = z" },
  });
  expect(created.metadata).toEqual({ a: "1", b: "x & y = z" });
  const updated = await stripe.paymentIntents.update(created.id, {
    metadata: { a: "", c: "3" },
    amount: 5000,
  });
  expect(updated).toMatchObject({ amount: 5000, metadata: { b: "x & y = z", c: "3" } });
  expect(updated.metadata).not.toHaveProperty("a");
});

test.each(["0", "12345", "007"])("metadata may be called %s", async (name) => {
  const { stripe } = tested;
  const metadata = { [name]: "a number" };
  const created = await stripe.paymentIntents.create({ ...payment, metadata });
  expect(created.metadata).toEqual(metadata);
  const held = await stripe.paymentIntents.confirm(created.id, { payment_method: "pm_card_visa" });
  const taken = await stripe.paymentIntents.capture(held.id, { metadata: { 1: "x" } });
  expect(taken.metadata).toEqual({ ...metadata, 1: "x" });
  const refund = await stripe.refunds.create({ payment_intent: held.id, metadata });
  expect(refund.metadata).toEqual(metadata);
});

test("an empty string unsets", async () => {
  const { stripe } = tested;
  const described = {
    description: "A seat",
    receipt_email: "fan@example.com",
    statement_descriptor_suffix: "ROWLOCK",
    transfer_group: "order-1",
  };
  const created = await stripe.paymentIntents.create({
    ...payment,
    ...described,
    payment_method: "pm_card_visa",
    metadata: { a: "1", b: "" },
  });
  expect(created).toMatchObject({ ...described, metadata: { a: "1" } });
  const emptied = await stripe.paymentIntents.update(created.id, {
    description: "",
    metadata: "",
    payment_method: "",
    receipt_email: "",
    statement_descriptor_suffix: "",
    transfer_group: "",
  });
  expect(emptied).toMatchObject({
    description: null,
    metadata: {},
    payment_method: null,
    receipt_email: null,
    statement_descriptor_suffix: null,
    status: "requires_payment_method",
    transfer_group: null,
  });
  expect(Object.keys(emptied.metadata)).toEqual([]);
});

describe("a parameter the pinned version does not know is refused by its name", () => {
  const cases = routes.map(({ method, path }) => [method, path.replace(":id", "any_1")] as const);
  test.each(cases)("%s %s", async (method, path) => {
    const { stripe } = tested;
    const ask = (name: string) =>
      method === "GET"
        ? stripe.rawRequest("GET", `${path}?${encodeURIComponent(name)}=card`)
        : stripe.rawRequest("POST", path, { [name]: "card" });
    expect(await refusal(ask("nonsense"))).toMatchObject({
      statusCode: 400,
      code: "parameter_unknown",
      param: "nonsense",
    });
    const once = /POST \/v1\/payment_intents(\/any_1(\/confirm)?)?$/.test(`${method} ${path}`);
    expect(await refusal(ask("payment_method_types[0]"))).toMatchObject({
      code: once ? "payment_method_types_no_longer_supported" : "parameter_unknown",
      param: "payment_method_types",
    });
  });

  test("and inside a range", async () => {
    const created = { since: 1 } as never; // what the SDK's types would not let through
    expect(await refusal(tested.stripe.events.list({ created }))).toMatchObject({
      code: "parameter_unknown",
      param: "created[since]",
    });
  });
});
