import type Stripe from "stripe";
import { describe, expect, test } from "vitest";
import { aPayment, refusal, sdkFor, useSandbox } from "#testing/use-sandbox.ts";

const tested = useSandbox();
const plain = { amount: 4500, currency: "eur", capture_method: "manual" } as const;
const create = (more: Partial<Stripe.PaymentIntentCreateParams>) =>
  tested.stripe.paymentIntents.create({ ...plain, ...more });

describe("the ways to pay of a PaymentIntent", () => {
  test.each([
    ["what the account has switched on", {}, ["card", "link"]],
    ["a list of its own", { allowed_payment_method_types: ["klarna", "card"] }, ["klarna", "card"]],
    ["all but the excluded", { excluded_payment_method_types: ["link"] }, ["card"]],
    ["all, asked for", { automatic_payment_methods: { enabled: true } }, ["card", "link"]],
    ["cards, with nothing automatic", { automatic_payment_methods: { enabled: false } }, ["card"]],
  ] as const)("are %s", async (_, wanted, types) => {
    expect(await create(structuredClone(wanted) as never)).toMatchObject({
      payment_method_types: types,
    }); // copied, because the SDK's lists are not readonly
  });

  test("leave out what redirects when the page may not be left", async () => {
    tested.sandbox.setAccount({ payment_method_types: ["card", "klarna", "ideal", "link"] });
    const automatic_payment_methods = { enabled: true, allow_redirects: "never" } as const;
    expect(await create({ automatic_payment_methods })).toMatchObject({
      payment_method_types: ["card", "link"],
    });
  });

  test.each([
    [{ automatic_payment_methods: { enabled: true } }, "automatic_payment_methods"],
    [{ excluded_payment_method_types: ["link"] }, "excluded_payment_method_types"],
  ])("are listed or chosen by the account, not both: %o", async (other, param) => {
    const both = { allowed_payment_method_types: ["card"], ...other };
    expect(await refusal(create(both))).toMatchObject({ code: "parameters_exclusive", param });
  });

  test("cannot all be excluded", async () => {
    expect(
      await refusal(create({ excluded_payment_method_types: ["card", "link"] })),
    ).toMatchObject({ message: expect.stringContaining("No valid payment method types") });
  });

  test("are changed by an update, and kept by one of something else", async () => {
    const { stripe } = tested;
    const { id } = await create({ allowed_payment_method_types: ["klarna"] });
    expect(await stripe.paymentIntents.update(id, { description: "A seat" })).toMatchObject({
      allowed_payment_method_types: ["klarna"],
      payment_method_types: ["klarna"],
    });
    expect(
      await stripe.paymentIntents.update(id, { allowed_payment_method_types: ["card"] }),
    ).toMatchObject({ payment_method_types: ["card"], automatic_payment_methods: null });
  });
});

describe("a card that the PaymentIntent does not take", () => {
  const incompatible = {
    code: "payment_intent_incompatible_payment_method",
    message: expect.stringContaining("(card) is not allowed for this PaymentIntent"),
  };
  const klarna = { allowed_payment_method_types: ["klarna"] };

  test("is refused when it confirms, and nothing is charged", async () => {
    const { stripe } = tested;
    const { id } = await create(klarna);
    expect(
      await refusal(stripe.paymentIntents.confirm(id, { payment_method: "pm_card_visa" })),
    ).toMatchObject(incompatible);
    expect(await stripe.paymentIntents.retrieve(id)).toMatchObject({
      status: "requires_payment_method",
      payment_method: null,
      latest_charge: null,
    });
  });

  test.each([
    { payment_method: "pm_card_visa" },
    { payment_method: "pm_card_visa", confirm: true },
  ])("is refused at once with %o, and leaves nothing behind", async (more) => {
    expect(await refusal(create({ ...klarna, ...more }))).toMatchObject(incompatible);
    expect((await tested.stripe.paymentIntents.list()).data).toEqual([]);
  });

  test("is refused by update", async () => {
    const { stripe } = tested;
    const open = await create(klarna);
    expect(
      await refusal(stripe.paymentIntents.update(open.id, { payment_method: "pm_card_visa" })),
    ).toMatchObject(incompatible);
    const withCard = await create({ ...aPayment, payment_method: "pm_card_visa" });
    expect(await refusal(stripe.paymentIntents.update(withCard.id, klarna))).toMatchObject(
      incompatible,
    );
  });

  test("is taken when the confirmation itself allows it", async () => {
    const { id } = await create(klarna);
    const confirmation = { payment_method: "pm_card_visa", allowed_payment_method_types: ["card"] };
    expect(await tested.stripe.paymentIntents.confirm(id, confirmation)).toMatchObject({
      status: "requires_capture",
      payment_method_types: ["card"],
    });
  });
});

describe("what the account has switched on may leave the page", () => {
  const wayBack = { message: expect.stringContaining("you must provide a `return_url`") };
  const card = { payment_method: "pm_card_visa" };

  test("so the way back is needed", async () => {
    const { stripe } = tested;
    const { id } = await create({});
    expect(await refusal(stripe.paymentIntents.confirm(id, card))).toMatchObject(wayBack);
    const return_url = "http://shop.test/done";
    expect(await stripe.paymentIntents.confirm(id, { ...card, return_url })).toMatchObject({
      status: "requires_capture",
    });
  });

  test("and without it nothing is created", async () => {
    expect(await refusal(create({ ...card, confirm: true }))).toMatchObject(wayBack);
    expect((await tested.stripe.paymentIntents.list()).data).toEqual([]);
  });

  test.each([
    { automatic_payment_methods: { enabled: true, allow_redirects: "never" } },
    { allowed_payment_method_types: ["card"] },
  ] as const)("but not with %o", async (ways) => {
    const intent = await create({ ...card, confirm: true, ...(structuredClone(ways) as object) });
    expect(intent.status).toBe("requires_capture");
  });
});

test("a confirmation token remembers what its elements offered", async () => {
  const { sandbox, stripe } = tested;
  const makeToken = async (client_context: object) => {
    const made: { id: string } = await sdkFor(sandbox.port, "pk_test_x").rawRequest(
      "POST",
      "/v1/confirmation_tokens",
      { payment_method: "pm_card_visa", client_context },
    );
    return { confirmation_token: made.id };
  };
  const { id } = await stripe.paymentIntents.create(aPayment);
  expect(
    await refusal(stripe.paymentIntents.confirm(id, await makeToken({ mode: "payment" }))),
  ).toMatchObject({ message: expect.stringContaining("does not match the expected") });
  const same = await makeToken({ mode: "payment", allowed_payment_method_types: ["card"] });
  expect(await stripe.paymentIntents.confirm(id, same)).toMatchObject({
    status: "requires_capture",
  });
});

test("elements that offer something else confirm nothing", async () => {
  const { sandbox, stripe } = tested;
  const { id, client_secret } = await stripe.paymentIntents.create(aPayment);
  const confirm = (context: Record<string, unknown>) =>
    sdkFor(sandbox.port, "pk_test_x").rawRequest("POST", `/v1/payment_intents/${id}/confirm`, {
      client_secret,
      payment_method: "pm_card_visa",
      client_context: { mode: "payment", ...context },
    });
  for (const context of [
    {},
    { allowed_payment_method_types: ["card", "klarna"] },
    { excluded_payment_method_types: ["card"] },
  ])
    expect(await refusal(confirm(context))).toMatchObject({
      statusCode: 400,
      message: expect.stringContaining(
        'does not match the expected payment_method_types (["card"])',
      ),
    });
  expect(await confirm({ excluded_payment_method_types: ["link"] })).toMatchObject({
    status: "requires_capture",
  });
});
