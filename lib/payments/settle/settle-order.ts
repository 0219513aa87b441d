import { and, asc, eq } from "drizzle-orm";
import { databaseClock } from "#db/clock.ts";
import { db } from "#db/client.ts";
import { charges, refunds } from "#db/schema/payments.ts";
import { inTransaction, type Tx } from "#db/transaction.ts";
import { environment } from "#kernel/environment.ts";
import type { ChargeId, OrderId } from "#kernel/ids.ts";
import { type OrderForUpdate, readOrderForUpdate } from "#lib/orders/read-order-for-update.ts";
import { carryOut } from "./carry-out.ts";
import { countReportedDeclines } from "./count-reported-declines.ts";
import { type Decision, decide } from "./decide.ts";
import { type PaymentSnapshot, fetchPayment } from "./fetch-payment.ts";
import { recordDecision } from "./record-decision.ts";

/** The longest way is five steps: authorise, capture (answer lost), complete, and one race each way. */
const maximumSteps = 8;

/**
 * The one place that decides what becomes of an order's money. Asks Stripe, decides under the ticket's row
 * lock, commits, carries the decision out at Stripe, and looks again, until nothing is left to do or it is
 * somebody else's move. May be called by anyone, at any time, any number of times at once.
 */
export async function settleOrder(orderId: OrderId): Promise<void> {
  const ofOrder = await db()
    .select({ id: charges.id })
    .from(charges)
    .where(eq(charges.orderId, orderId))
    .orderBy(asc(charges.createdAt));
  for (const charge of ofOrder) await settleCharge(orderId, charge.id);
}

async function settleCharge(orderId: OrderId, chargeId: ChargeId): Promise<void> {
  for (let step = 0; step < maximumSteps; step += 1) {
    const { stripeId, refundId, fetchedAt } = await readStripeIds(chargeId);
    const payment = stripeId ? await fetchPayment(stripeId, refundId) : null;
    const decision = await decideUnderLock(orderId, chargeId, payment, fetchedAt);
    if (decision.to === "rest" || decision.to === "wait") return;
    await carryOut(decision, chargeId, stripeId);
  }
  throw new Error(`Charge ${chargeId} of order ${orderId} does not come to rest.`);
}

async function readStripeIds(chargeId: ChargeId) {
  const [charge] = await db()
    .select({ stripeId: charges.stripeId, refundId: refunds.id, fetchedAt: databaseClock })
    .from(charges)
    .leftJoin(refunds, eq(refunds.chargeId, charges.id))
    .where(eq(charges.id, chargeId));
  return charge ?? { stripeId: null, refundId: null, fetchedAt: null };
}

/** Locks ticket, order and charge, decides, and writes down what was decided. */
function decideUnderLock(
  orderId: OrderId,
  chargeId: ChargeId,
  seen: PaymentSnapshot | null,
  fetchedAt: Date | null,
): Promise<Decision | { to: "look-again" }> {
  return inTransaction(
    async (tx) => {
      const locked = await readOrderForUpdate(tx, orderId);
      const [charge] = await tx
        .select()
        .from(charges)
        .where(and(eq(charges.id, chargeId), eq(charges.orderId, orderId)))
        .for("no key update");
      const [refund] = await tx.select().from(refunds).where(eq(refunds.chargeId, chargeId));
      if (!locked || !charge) return { to: "rest" as const };
      // A PaymentIntent was stored since we looked: nothing may be decided without it.
      if (!seen && charge.stripeId) return { to: "look-again" as const };
      if (passedDeadline(locked, fetchedAt)) return { to: "look-again" as const };
      const payment = seen && { ...seen, declines: await allDeclines(tx, seen, charge.stripeId) };
      const decision = decide({
        order: locked.order,
        ticket: locked.ticket,
        charge: { ...charge, refund: refund ?? null },
        payment,
        decidedAt: locked.decidedAt,
        attemptsAllowed: environment().PAYMENT_ATTEMPTS,
      });
      await recordDecision(tx, decision, locked, charge, payment);
      return decision;
    },
    { repeatable: true },
  );
}

/** The deadline came between looking and deciding: what looked unpaid may have been paid in time since. */
function passedDeadline({ order, decidedAt }: OrderForUpdate, fetchedAt: Date | null): boolean {
  return fetchedAt !== null && fetchedAt < order.expiresAt && order.expiresAt <= decidedAt;
}

/** As many as Stripe lists or as it has told us of, whichever is more. */
async function allDeclines(
  tx: Tx,
  { declines }: PaymentSnapshot,
  stripeId: string | null,
): Promise<number> {
  if (declines === 0 || !stripeId) return declines;
  return Math.max(declines, await countReportedDeclines(tx, stripeId));
}
