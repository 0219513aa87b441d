import { expect, test } from "vitest";
import { aPayment, pay, refusal, useSandbox } from "#testing/use-sandbox.ts";

const tested = useSandbox();
const create = (more: Record<string, unknown>) =>
  tested.stripe.paymentIntents.create({ ...aPayment, ...more });

test("a card has none of its own", async () => {
  const { stripe } = tested;
  const refused = { param: "statement_descriptor" };
  const own = { statement_descriptor: "ROWLOCK" };
  expect(await refusal(create(own))).toMatchObject(refused);
  const { id } = await create({});
  expect(await refusal(stripe.paymentIntents.update(id, own))).toMatchObject(refused);
  const held = await pay(stripe, "pm_card_visa");
  expect(await refusal(stripe.paymentIntents.capture(held.id, own))).toMatchObject(refused);
});

test("another way to pay may have one, until a card confirms", async () => {
  const ways = { allowed_payment_method_types: ["card", "klarna"] };
  const both = await create({ ...ways, statement_descriptor: "ROWLOCK" });
  expect(both).toMatchObject({ statement_descriptor: "ROWLOCK" });
  expect(
    await refusal(
      tested.stripe.paymentIntents.confirm(both.id, { payment_method: "pm_card_visa" }),
    ),
  ).toMatchObject({ param: "statement_descriptor" });
});

test("a suffix is kept, and read by the buyer", async () => {
  const { stripe } = tested;
  const suffix = { statement_descriptor_suffix: "ROWLOCK TICKETS" };
  const held = await pay(stripe, "pm_card_visa", { ...suffix, expand: ["latest_charge"] });
  expect(held).toMatchObject({
    ...suffix,
    latest_charge: { ...suffix, calculated_statement_descriptor: "SANDBOX* ROWLOCK TICKE" },
  });
  const later = { statement_descriptor_suffix: "SEAT 12A" };
  expect(
    await stripe.paymentIntents.capture(held.id, { ...later, expand: ["latest_charge"] }),
  ).toMatchObject({
    ...later,
    latest_charge: { ...later, calculated_statement_descriptor: "SANDBOX* SEAT 12A" },
  });
});

test.each(["A*B", "<seat>", "12345", "A".repeat(23)])("and not %s", async (suffix) => {
  expect(await refusal(create({ statement_descriptor_suffix: suffix }))).toMatchObject({
    param: "statement_descriptor_suffix",
  });
});
