import { describe, expect, test } from "vitest";
import { aPayment, pay, refusal, useSandbox } from "#testing/use-sandbox.ts";

const tested = useSandbox();
const create = (more: Record<string, unknown>) =>
  tested.stripe.paymentIntents.create({ ...aPayment, ...more });

describe("a word that is none of the choices", () => {
  test.each([
    ["capture_method", { capture_method: "later" }],
    ["confirmation_method", { confirmation_method: "sometimes" }],
    ["setup_future_usage", { setup_future_usage: "maybe" }],
    ["allowed_payment_method_types[1]", { allowed_payment_method_types: ["card", "shells"] }],
    [
      "excluded_payment_method_types[0]",
      { allowed_payment_method_types: undefined, excluded_payment_method_types: ["shells"] },
    ],
    [
      "automatic_payment_methods[allow_redirects]",
      {
        allowed_payment_method_types: undefined,
        automatic_payment_methods: { enabled: true, allow_redirects: "x" },
      },
    ],
    ["off_session", { off_session: "gone" }],
    [
      "payment_method_options[card][request_three_d_secure]",
      { payment_method_options: { card: { request_three_d_secure: "please" } } },
    ],
    [
      "payment_method_options[card][capture_method]",
      { payment_method_options: { card: { capture_method: "x" } } },
    ],
  ])("is refused: %s", async (param, wanted) => {
    expect(await refusal(create(wanted))).toMatchObject({ statusCode: 400, param });
  });

  test.each([
    [
      "automatic_payment_methods[nonsense]",
      {
        allowed_payment_method_types: undefined,
        automatic_payment_methods: { enabled: true, nonsense: 1 },
      },
    ],
    [
      "payment_method_options[shells]",
      { payment_method_options: { shells: { setup_future_usage: "none" } } },
    ],
    [
      "payment_method_options[card][nonsense]",
      { payment_method_options: { card: { nonsense: 1 } } },
    ],
  ])("or a field that is none: %s", async (param, wanted) => {
    expect(await refusal(create(wanted))).toMatchObject({ code: "parameter_unknown", param });
  });

  test("in the other calls too", async () => {
    const { stripe } = tested;
    const held = await pay(stripe, "pm_card_visa");
    const junk = "junk" as never; // what the SDK's types would not let through
    expect(
      await refusal(stripe.paymentIntents.cancel(held.id, { cancellation_reason: junk })),
    ).toMatchObject({ param: "cancellation_reason" });
    await stripe.paymentIntents.capture(held.id);
    const charge = { payment_intent: held.id };
    expect(await refusal(stripe.refunds.create({ ...charge, reason: junk }))).toMatchObject({
      param: "reason",
    });
    for (const param of ["reverse_transfer", "refund_application_fee"])
      expect(await refusal(stripe.refunds.create({ ...charge, [param]: true }))).toMatchObject({
        param,
      });
  });
});

describe("what is not there is refused by its id", () => {
  test.each([
    ["customer", { customer: "cus_none" }, "customer"],
    ["account", { on_behalf_of: "acct_none" }, "on_behalf_of"],
    ["destination", { transfer_data: { destination: "acct_none" } }, "transfer_data[destination]"],
    [
      "payment_method_configuration",
      { payment_method_configuration: "pmc_none" },
      "payment_method_configuration",
    ],
    ["mandate", { confirm: true, mandate: "mandate_none" }, "mandate"],
  ])("%s", async (kind, wanted, param) => {
    expect(await refusal(create(wanted))).toMatchObject({
      statusCode: 400,
      code: "resource_missing",
      param,
      message: expect.stringContaining(`No such ${kind}:`),
    });
  });

  test("in updates and lists too, while an empty customer is none", async () => {
    const { stripe } = tested;
    const { id } = await create({ customer: "" });
    const missing = { code: "resource_missing", param: "customer" };
    expect(await refusal(stripe.paymentIntents.update(id, { customer: "cus_none" }))).toMatchObject(
      missing,
    );
    for (const list of [stripe.paymentIntents, stripe.charges])
      expect(await refusal(list.list({ customer: "cus_none" }))).toMatchObject(missing);
  });

  test("a fee without a destination", async () => {
    const fee = { application_fee_amount: 100 };
    const refused = { param: "application_fee_amount" };
    expect(await refusal(create(fee))).toMatchObject(refused);
    const held = await pay(tested.stripe, "pm_card_visa");
    expect(await refusal(tested.stripe.paymentIntents.update(held.id, fee))).toMatchObject(refused);
    expect(await refusal(tested.stripe.paymentIntents.capture(held.id, fee))).toMatchObject(
      refused,
    );
  });

  test("another account", async () => {
    const { stripe } = tested;
    expect(
      await refusal(stripe.paymentIntents.list({}, { stripeAccount: "acct_other" })),
    ).toMatchObject({ type: "StripePermissionError", statusCode: 403, code: "account_invalid" });
  });
});

describe("metadata has at most fifty keys", () => {
  const keys = (count: number, from = 0) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`key${from + index}`, "x"]));

  test("when it is made", async () => {
    expect(await refusal(create({ metadata: keys(51) }))).toMatchObject({ param: "metadata" });
    expect(Object.keys((await create({ metadata: keys(50) })).metadata)).toHaveLength(50);
  });

  test("and once an update is merged with what is there", async () => {
    const { stripe } = tested;
    const { id } = await create({ metadata: keys(50) });
    const one = { metadata: keys(1, 50) };
    expect(await refusal(stripe.paymentIntents.update(id, one))).toMatchObject({
      param: "metadata",
    });
    const replaced = { metadata: { ...one.metadata, key0: "" } };
    expect(Object.keys((await stripe.paymentIntents.update(id, replaced)).metadata)).toHaveLength(
      50,
    );
  });

  test("also when capturing, which then takes nothing", async () => {
    const { stripe } = tested;
    const held = await pay(stripe, "pm_card_visa", { metadata: keys(50) });
    expect(
      await refusal(stripe.paymentIntents.capture(held.id, { metadata: keys(1, 50) })),
    ).toMatchObject({ param: "metadata" });
    expect(await stripe.paymentIntents.retrieve(held.id)).toMatchObject({
      status: "requires_capture",
    });
  });
});

describe("only an id can be expanded", () => {
  test.each([
    "amount",
    "currency",
    "metadata",
    "canceled_at",
    "client_secret",
    "latest_charge.amount",
    "latest_charge.payment_method",
    "latest_charge.balance_transaction.fee_details",
    "customer.email",
    "data.latest_charge",
  ])("not %s", async (path) => {
    const { id } = await pay(tested.stripe, "pm_card_visa");
    expect(
      await refusal(tested.stripe.paymentIntents.retrieve(id, { expand: [path] })),
    ).toMatchObject({ param: "expand", message: expect.stringContaining(path) });
  });

  test.each(["data", "data.amount", "latest_charge", "has_more"])(
    "in a list not %s, although the list is empty",
    async (path) => {
      expect(await refusal(tested.stripe.paymentIntents.list({ expand: [path] }))).toMatchObject({
        param: "expand",
      });
    },
  );

  test("also where it is null, or leads on", async () => {
    const { stripe } = tested;
    const expand = [
      "customer",
      "latest_charge.balance_transaction.source",
      "payment_method",
      "latest_charge.refunds.data.balance_transaction",
    ];
    const { id } = await pay(stripe, "pm_card_visa", { capture_method: "automatic" });
    expect(await stripe.paymentIntents.retrieve(id, { expand })).toMatchObject({
      customer: null,
      payment_method: { object: "payment_method" },
      latest_charge: {
        balance_transaction: { source: { object: "charge" } },
        refunds: { data: [] },
      },
    });
  });
});
