import { eq, sql } from "drizzle-orm";
import { prepared } from "#db/prepared.ts";
import { charges } from "#db/schema/payments.ts";
import { sentTogether } from "#db/sent-together.ts";
import type { Tx } from "#db/transaction.ts";
import { report } from "#kernel/report.ts";
import { cancelLiveOrder } from "#lib/orders/cancel-live-order.ts";
import { authorizeOrder } from "#lib/orders/authorize-order.ts";
import { completeOrder } from "#lib/orders/complete-order.ts";
import type { OrderForUpdate } from "#lib/orders/read-order-for-update.ts";
import { recordDomainEvent } from "#lib/domain-events/record-domain-event.ts";
import { chargeFacts } from "../charge-facts.ts";
import type { Decision } from "./decide.ts";
import type { PaymentFailure } from "../payment-failure.ts";
import { recordDispute } from "../refunds/record-dispute.ts";
import { recordRefund } from "../refunds/record-refund.ts";
import { openRefund } from "../refunds/open-refund.ts";
import type { PaymentSnapshot } from "./fetch-payment.ts";
import { recordDeclines } from "./record-declines.ts";

type Charge = typeof charges.$inferSelect;

/** Records a decision in the transaction that took it, before anything is done about it at Stripe. */
export async function recordDecision(
  tx: Tx,
  decision: Decision,
  locked: OrderForUpdate,
  charge: Charge,
  payment: PaymentSnapshot | null,
): Promise<void> {
  switch (decision.to) {
    case "capture":
      if (!locked.order.paymentAuthorizedAt)
        await authorizeOrder(tx, locked, decision.authorizedAt);
      return;
    case "complete":
      if (!locked.order.paymentAuthorizedAt)
        await authorizeOrder(tx, locked, decision.authorizedAt);
      await sentTogether({
        order: completeOrder(tx, locked),
        charge: completeCharge(tx, charge, payment, locked.decidedAt),
      });
      return;
    case "cancel-order":
      await recordDeclines(tx, locked, charge, payment);
      if (decision.reason === "payment_failed") await recordFailure(tx, charge, decision.failure);
      return cancelLiveOrder(tx, locked.order, decision.reason, locked.decidedAt);
    case "close-charge":
      return closeCharge(tx, charge, decision.failureCode, locked.decidedAt);
    case "wait":
      return recordDeclines(tx, locked, charge, payment);
    case "refund":
      await openRefund(tx, charge, "order_over", locked.decidedAt);
      return;
    case "record-refund":
      return recordRefund(tx, charge, decision.refund, locked.decidedAt);
    case "record-dispute":
      return recordDispute(tx, charge, decision.disputeStatus, locked.decidedAt);
    case "release":
    case "rest":
    case "look-again":
      return;
  }
}

async function completeCharge(
  tx: Tx,
  charge: Charge,
  payment: PaymentSnapshot | null,
  decidedAt: Date,
): Promise<void> {
  const { brand: cardBrand = null, last4: cardLast4 = null } = payment?.card ?? {};
  await sentTogether({
    charge: updateCompleted(tx, { chargeId: charge.id, cardBrand, cardLast4 }),
    event: recordDomainEvent(tx, "ChargeCompleted", decidedAt, chargeFacts(charge)),
  });
}

const updateCompleted = prepared((database) =>
  database
    .update(charges)
    .set({
      status: "completed",
      failureCode: null,
      startedFrom: null,
      cardBrand: sql`${sql.placeholder("cardBrand")}`,
      cardLast4: sql`${sql.placeholder("cardLast4")}`,
    })
    .where(eq(charges.id, sql.placeholder("chargeId"))),
);

async function closeCharge(
  tx: Tx,
  charge: Charge,
  failureCode: string,
  decidedAt: Date,
): Promise<void> {
  const code = charge.failureCode ?? failureCode; // the bank's reason says more than that it was released
  await tx
    .update(charges)
    .set({ status: "failed", failureCode: code, startedFrom: null })
    .where(eq(charges.id, charge.id));
  await recordDomainEvent(tx, "ChargeFailed", decidedAt, {
    ...chargeFacts(charge),
    failureCode: code,
  });
}

/** A decline has Stripe's code; every other failure has ours, which is what its buyer is told by. */
async function recordFailure(
  tx: Tx,
  charge: Charge,
  failure: PaymentFailure | "declined",
): Promise<void> {
  if (failure === "amount_mismatch")
    report("error", "the amount authorised is not the order's", {
      orderId: charge.orderId,
      chargeId: charge.id,
    });
  if (failure === "declined") return;
  await tx.update(charges).set({ failureCode: failure }).where(eq(charges.id, charge.id));
}
