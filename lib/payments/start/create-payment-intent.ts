import type Stripe from "stripe";
import type { ChargeId, OrderId, TicketId } from "#kernel/ids.ts";
import type { Currency } from "#kernel/money.ts";
import { createOnce } from "../create-once.ts";
import { stripe } from "../stripe.ts";
import { waysToPay } from "../ways-to-pay.ts";

export type OpenCharge = {
  orderId: OrderId;
  ticketId: TicketId;
  price: number;
  currency: Currency;
  chargeId: ChargeId;
  stripeId: string | null;
};

/**
 * On the card statement this follows the account's own prefix and "* ": of their 22 characters a prefix may take ten.
 * https://docs.stripe.com/get-started/account/statement-descriptors
 */
const statementSuffix = "TICKET";

/** Asked twice, Stripe answers with the same PaymentIntent: the idempotency key is the charge's. */
export function createPaymentIntent(charge: OpenCharge): Promise<Stripe.PaymentIntent> {
  const { orderId, ticketId, price, currency, chargeId, stripeId } = charge;
  if (stripeId) return stripe().paymentIntents.retrieve(stripeId);
  const wanted = {
    amount: price,
    currency,
    // mutant: automatic capture
    capture_method: "manual" as const,
    allowed_payment_method_types: [...waysToPay],
    description: `Ticket order ${orderId}`,
    statement_descriptor_suffix: statementSuffix,
    transfer_group: orderId,
    metadata: { order_id: orderId, ticket_id: ticketId, charge_id: chargeId },
  };
  return createOnce(
    `charge:${chargeId}`,
    (idempotencyKey) => stripe().paymentIntents.create(wanted, { idempotencyKey }),
    () => findRecentPaymentIntent(chargeId),
  );
}

/** An order lives for minutes, so what was made for it is among the latest. */
async function findRecentPaymentIntent(chargeId: ChargeId): Promise<Stripe.PaymentIntent | null> {
  const { data } = await stripe().paymentIntents.list({ limit: 100 });
  return data.find(({ metadata }) => metadata["charge_id"] === chargeId) ?? null;
}
