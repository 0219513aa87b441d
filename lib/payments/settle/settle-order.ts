import { and, asc, eq } from "drizzle-orm";
import { databaseClock } from "#db/clock.ts";
import { db } from "#db/client.ts";
import { charges, refunds } from "#db/schema/payments.ts";
import { inTransaction, type Tx } from "#db/transaction.ts";
import { environment } from "#kernel/environment.ts";
import type { ChargeId, OrderId } from "#kernel/ids.ts";
import { readOrderForUpdate } from "#lib/orders/read-order-for-update.ts";
import { carryOut } from "./carry-out.ts";
import { countReportedDeclines } from "./count-reported-declines.ts";
import { type Decision, decide } from "./decide.ts";
import { fetchPayment, type PaymentSnapshot } from "./fetch-payment.ts";
import { recordDecision } from "./record-decision.ts";

/** The longest way is five steps: authorise, capture (answer lost), complete, and one race each way. */
const maximumSteps = 8;

/**
 * The one place that decides what becomes of an order's money. Asks Stripe, decides under the ticket's row lock,
 * commits, carries the decision out at Stripe, and asks again, until nothing is left to do or the next move is
 * the buyer's or Stripe's. May be called by anyone, at any time, any number of times at once.
 *
 * Refuses: `busy` when a row lock cannot be had in time. Throws Stripe's error when Stripe cannot be reached.
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
    const { stripeId, ...fetched } = await fetchForCharge(chargeId);
    const decision = await decideUnderLock(orderId, chargeId, fetched);
    if (decision.to === "rest" || decision.to === "wait") return;
    // failpoint: after-authorisation-committed-before-capture · after-capture-before-commit
    // failpoint: after-order-over-before-release · after-release-before-commit
    await carryOut(decision, chargeId, stripeId);
  }
  throw new Error(`Charge ${chargeId} of order ${orderId} does not come to rest.`);
}

type Fetched = { payment: PaymentSnapshot | null; fetchedAt: Date };

/** Asks Stripe about the charge's PaymentIntent. `fetchedAt` is from before the question: no answer is older. */
async function fetchForCharge(chargeId: ChargeId): Promise<Fetched & { stripeId: string | null }> {
  const [known] = await db()
    .select({
      stripeId: charges.stripeId,
      stripeRefundId: charges.stripeRefundId,
      refundId: refunds.id,
      fetchedAt: databaseClock,
    })
    .from(charges)
    .leftJoin(refunds, eq(refunds.chargeId, charges.id))
    .where(eq(charges.id, chargeId));
  if (!known) throw new Error(`Charge ${chargeId} is not there.`);
  const { stripeId, fetchedAt } = known;
  return { stripeId, payment: stripeId ? await fetchPayment(stripeId, known) : null, fetchedAt };
}

/** Locks the rows of ticket, order and charge, decides, and records what was decided. */
function decideUnderLock(
  orderId: OrderId,
  chargeId: ChargeId,
  { payment: fetched, fetchedAt }: Fetched,
): Promise<Decision> {
  return inTransaction(
    async (tx) => {
      const locked = await readOrderForUpdate(tx, orderId);
      const [charge] = await tx
        .select()
        .from(charges)
        .where(and(eq(charges.id, chargeId), eq(charges.orderId, orderId)))
        .for("no key update");
      const [refund] = await tx.select().from(refunds).where(eq(refunds.chargeId, chargeId));
      if (!locked || !charge) return { to: "rest" };
      const { order, ticket, event, decidedAt } = locked;
      const payment = fetched && {
        ...fetched,
        declines: await countDeclines(tx, fetched, charge.stripeId),
      };
      const decision = decide({
        order,
        ticket,
        // mutant: the event is not looked at when money moves
        event,
        charge: { ...charge, refund: refund ?? null },
        payment,
        fetchedAt,
        decidedAt,
        attemptsAllowed: environment().PAYMENT_ATTEMPTS,
      });
      await recordDecision(tx, decision, locked, charge, payment);
      return decision;
    },
    { repeatable: true }, // decided anew each time: what was recorded already is found recorded
  );
}

/** As many as Stripe lists or as its webhooks have reported, whichever is more. */
async function countDeclines(
  tx: Tx,
  { declines }: PaymentSnapshot,
  stripeId: string | null,
): Promise<number> {
  if (declines === 0 || !stripeId) return declines;
  return Math.max(declines, await countReportedDeclines(tx, stripeId));
}
