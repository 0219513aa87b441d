import { randomUUID } from "node:crypto";
import type { Ask } from "./ask-stripe.ts";
import type { FormFields } from "./encode-form.ts";
import { refusedParameters } from "./refused-parameters.ts";

/** A few calls that belong together. Their steps are named apart, so that two sides can be laid beside each other. */
export type Flow = { name: string; run(ask: Ask): Promise<void> };

const intents = "/v1/payment_intents";
export const aPayment = {
  amount: 4500,
  currency: "eur",
  capture_method: "manual",
  allowed_payment_method_types: ["card"],
} satisfies FormFields;
const chargeToo = { expand: ["latest_charge.balance_transaction"] };

const post = (ask: Ask, step: string, path: string, fields: FormFields = {}) =>
  ask(step, { method: "POST", path, fields });
const get = (ask: Ask, step: string, path: string, fields: FormFields = {}) =>
  ask(step, { method: "GET", path, fields });
const pay = (ask: Ask, step: string, card: string, more: FormFields = {}) =>
  post(ask, step, intents, { ...aPayment, payment_method: card, confirm: true, ...more });

export const flows: Flow[] = [
  {
    name: "create",
    async run(ask) {
      const { id } = await post(ask, "create", intents, {
        ...aPayment,
        metadata: { order_id: "1" },
      });
      await get(ask, "retrieve", `${intents}/${String(id)}`);
      const changes = {
        description: "A seat",
        metadata: { order_id: "", seat: "12A" },
        amount: 5000,
      };
      await post(ask, "update", `${intents}/${String(id)}`, changes);
      await get(ask, "list", intents, { limit: 1 });
    },
  },
  {
    name: "hold and capture",
    async run(ask) {
      const { id } = await pay(ask, "hold", "pm_card_visa", chargeToo);
      await post(ask, "capture", `${intents}/${String(id)}/capture`, chargeToo);
      await post(ask, "capture again", `${intents}/${String(id)}/capture`);
      await post(ask, "cancel what is captured", `${intents}/${String(id)}/cancel`);
    },
  },
  {
    name: "capture a part",
    async run(ask) {
      const { id } = await pay(ask, "hold", "pm_card_visa");
      const path = `${intents}/${String(id)}/capture`;
      await post(ask, "too much", path, { amount_to_capture: 4501 });
      await post(ask, "not finally", path, { amount_to_capture: 4000, final_capture: false });
      await post(ask, "a part", path, { amount_to_capture: 4000, ...chargeToo });
    },
  },
  {
    name: "cancel",
    async run(ask) {
      const open = await post(ask, "create", intents, aPayment);
      await post(ask, "cancel", `${intents}/${String(open.id)}/cancel`, {
        cancellation_reason: "abandoned",
      });
      await post(ask, "cancel again", `${intents}/${String(open.id)}/cancel`);
      const held = await pay(ask, "hold", "pm_card_visa");
      await post(ask, "cancel what is held", `${intents}/${String(held.id)}/cancel`, {
        expand: ["latest_charge"],
      });
    },
  },
  {
    name: "take at once and refund",
    async run(ask) {
      const { id } = await pay(ask, "take", "pm_card_visa", {
        capture_method: "automatic",
        ...chargeToo,
      });
      const refunds = "/v1/refunds";
      const payment = { payment_intent: String(id) };
      const part = await post(ask, "refund a part", refunds, {
        ...payment,
        amount: 500,
        metadata: { why: "x" },
      });
      await get(ask, "retrieve it", `${refunds}/${String(part.id)}`, { expand: ["charge"] });
      await post(ask, "too much", refunds, { ...payment, amount: 4500 });
      await post(ask, "the rest", refunds, payment);
      await post(ask, "once more", refunds, payment);
      await get(ask, "list", refunds, { ...payment, limit: 1 });
    },
  },
  {
    name: "declines",
    async run(ask) {
      for (const card of [
        "pm_card_visa_chargeDeclined",
        "pm_card_visa_chargeDeclinedInsufficientFunds",
        "pm_card_visa_chargeDeclinedLostCard",
        "pm_card_visa_chargeDeclinedStolenCard",
        "pm_card_visa_chargeDeclinedVelocityLimitExceeded",
        "pm_card_chargeDeclinedExpiredCard",
        "pm_card_chargeDeclinedIncorrectCvc",
        "pm_card_chargeDeclinedProcessingError",
        "pm_card_radarBlock",
      ])
        await pay(ask, card, card);
    },
  },
  {
    name: "cards with a check or a risk",
    async run(ask) {
      for (const card of [
        "pm_card_cvcCheckFail",
        "pm_card_avsZipFail",
        "pm_card_riskLevelElevated",
        "pm_card_threeDSecureRequiredProcessingError",
        "pm_card_threeDSecureOptionalProcessingError",
      ])
        await pay(ask, card, card, { expand: ["latest_charge"] });
    },
  },
  {
    name: "3-D Secure",
    async run(ask) {
      const card = "pm_card_authenticationRequired";
      const waiting = await pay(ask, "asks for it", card, {
        return_url: "https://example.com/done",
      });
      await post(ask, "cancel while it is open", `${intents}/${String(waiting.id)}/cancel`);
      await pay(ask, "without any action", card, { error_on_requires_action: true });
      await pay(ask, "off session", card, { off_session: true });
    },
  },
  {
    name: "idempotency",
    async run(ask) {
      const headers = { "Idempotency-Key": `conformance-${randomUUID()}` };
      const keyed = (step: string, path: string, fields: FormFields) =>
        ask(step, { method: "POST", path, fields, headers });
      const { capture_method: capture, ...rest } = aPayment;
      const { id } = await keyed("first", intents, aPayment);
      await keyed("again", intents, aPayment);
      await keyed("in another order", intents, { capture_method: capture, ...rest });
      await keyed("another amount", intents, { ...aPayment, amount: 4600 });
      await keyed("another call", `${intents}/${String(id)}/cancel`, {});
    },
  },
  {
    name: "ways to pay",
    async run(ask) {
      const { allowed_payment_method_types: _, ...anyWay } = aPayment;
      const card = { payment_method: "pm_card_visa" };
      await post(ask, "automatic", intents, anyWay);
      await post(ask, "automatic, without a way back", intents, {
        ...anyWay,
        ...card,
        confirm: true,
      });
      const klarna = { allowed_payment_method_types: ["klarna"], capture_method: "automatic" };
      const only = await post(ask, "klarna alone", intents, { ...anyWay, ...klarna });
      await post(ask, "klarna alone, with a card", `${intents}/${String(only.id)}/confirm`, card);
    },
  },
  {
    name: "expand",
    async run(ask) {
      const { id } = await pay(ask, "hold", "pm_card_visa");
      for (const path of [
        "customer",
        "payment_method",
        "latest_charge.payment_intent",
        "amount",
        "nonsense",
        "latest_charge.nonsense",
      ])
        await get(ask, path, `${intents}/${String(id)}`, { expand: [path] });
      await get(ask, "in a list", intents, { limit: 1, expand: ["data.latest_charge"] });
      await get(ask, "in a list, wrongly", intents, { limit: 1, expand: ["latest_charge"] });
    },
  },
  {
    name: "what is not there",
    async run(ask) {
      await get(ask, "a PaymentIntent", `${intents}/pi_none`);
      await post(ask, "to confirm", `${intents}/pi_none/confirm`);
      await get(ask, "a charge", "/v1/charges/ch_none");
      await get(ask, "a refund", "/v1/refunds/re_none");
      await post(ask, "to refund", "/v1/refunds", { payment_intent: "pi_none" });
      await get(ask, "a page after nothing", intents, { starting_after: "pi_none" });
      await get(ask, "an address", "/v1/no_such_thing");
      const headers = { "Stripe-Account": "acct_none" };
      await ask("an account", { method: "GET", path: intents, headers });
      const version = { "Stripe-Version": "2026-10-99.endive" };
      await ask("a version", { method: "GET", path: intents, headers: version });
    },
  },
  {
    name: "refused parameters",
    async run(ask) {
      for (const [step, fields] of refusedParameters) await post(ask, step, intents, fields);
    },
  },
  {
    name: "disputes",
    async run(ask) {
      for (const card of [
        "pm_card_createDispute",
        "pm_card_createDisputeProductNotReceived",
        "pm_card_createDisputeInquiry",
      ]) {
        const { id } = await pay(ask, `pay with ${card}`, card, { capture_method: "automatic" });
        await waitForOne(ask, `dispute of ${card}`, "/v1/disputes", { payment_intent: String(id) });
        await get(ask, `charge of ${card}`, "/v1/charges", {
          payment_intent: String(id),
          limit: 1,
        });
      }
    },
  },
  {
    name: "events and balance",
    async run(ask) {
      await get(ask, "the latest of a type", "/v1/events", {
        type: "payment_intent.succeeded",
        limit: 1,
      });
      await get(ask, "two types", "/v1/events", {
        types: ["charge.captured", "charge.refunded"],
        limit: 1,
      });
    },
  },
];

/** Disputes come by themselves, some seconds after the payment. */
async function waitForOne(ask: Ask, step: string, path: string, fields: FormFields): Promise<void> {
  for (let attempt = 0; attempt < 15; attempt += 1) {
    const { data } = await get(ask, step, path, { ...fields, limit: 1 });
    if (Array.isArray(data) && data.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}
