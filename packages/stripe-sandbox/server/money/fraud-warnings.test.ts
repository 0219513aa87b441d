import { expect, test } from "vitest";
import { pay, useSandbox } from "#testing/use-sandbox.ts";

const tested = useSandbox();
const warnings = "radar.early_fraud_warning.*";

async function warned() {
  const { sandbox, stripe } = tested;
  const held = await pay(stripe, "pm_card_createIssuerFraudRecord");
  sandbox.advanceClock(2);
  expect((await stripe.events.list({ type: warnings })).data).toEqual([]); // nothing was taken yet
  await stripe.paymentIntents.capture(held.id);
  sandbox.advanceClock(2);
  return held;
}

test("the bank warns of fraud once the money was taken, and nothing else happens", async () => {
  const { stripe } = tested;
  const paid = await warned();
  const [warning, ...others] = (
    await stripe.radar.earlyFraudWarnings.list({ payment_intent: paid.id })
  ).data;
  expect(others).toEqual([]);
  expect(warning).toMatchObject({
    id: expect.stringMatching(/^issfr_/),
    actionable: true,
    fraud_type: "made_with_stolen_card",
    livemode: false,
    payment_intent: paid.id,
  });
  const expanded = await stripe.radar.earlyFraudWarnings.retrieve(warning?.id ?? "", {
    expand: ["charge"],
  });
  expect(expanded).toMatchObject({ charge: { captured: true, disputed: false, refunded: false } });
  expect((await stripe.events.list({ type: warnings })).data).toMatchObject([
    { type: "radar.early_fraud_warning.created", data: { object: { id: warning?.id } } },
  ]);
});

test("nothing is left to do once it is refunded whole", async () => {
  const { stripe } = tested;
  const { id } = await warned();
  const actionable = async () =>
    (await stripe.radar.earlyFraudWarnings.list({ payment_intent: id })).data[0]?.actionable;
  await stripe.refunds.create({ payment_intent: id, amount: 1000 });
  expect(await actionable()).toBe(true);
  await stripe.refunds.create({ payment_intent: id });
  expect(await actionable()).toBe(false);
  expect((await stripe.events.list({ type: warnings })).data[0]).toMatchObject({
    type: "radar.early_fraud_warning.updated",
    data: { object: { actionable: false }, previous_attributes: { actionable: true } },
  });
});
