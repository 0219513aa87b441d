import { and, asc, eq, sql } from "drizzle-orm";
import type Stripe from "stripe";
import { databaseClock } from "#db/clock.ts";
import { db } from "#db/client.ts";
import { prepared } from "#db/prepared.ts";
import { orders } from "#db/schema/orders.ts";
import { charges, refunds, stripeEvents } from "#db/schema/payments.ts";
import { sentTogether } from "#db/sent-together.ts";
import { inTransaction, type Tx } from "#db/transaction.ts";
import { environment } from "#kernel/environment.ts";
import type { ChargeId, OrderId } from "#kernel/ids.ts";
import { readOrderForUpdate } from "#lib/orders/read-order-for-update.ts";
import { carryOut } from "./carry-out.ts";
import { countReportedDeclines } from "./count-reported-declines.ts";
import { type Decision, decide, type Situation } from "./decide.ts";
import { fetchPayment, type PaymentSnapshot } from "./fetch-payment.ts";
import { recordDecision } from "./record-decision.ts";
import { settleInTurn } from "./settle-in-turn.ts";

/** The longest way is five steps: authorise, capture (answer lost), complete, and one race each way. */
const maximumSteps = 8;

/**
 * The one place that decides what becomes of an order's money. Asks Stripe, decides under the ticket's row lock,
 * commits, carries the decision out at Stripe, and asks again, until nothing is left to do or the next move is
 * the buyer's or Stripe's. May be called by anyone, at any time, any number of times at once: callers at the same
 * moment take turns, and share what Stripe was asked since they called.
 *
 * Refuses: `busy` when a row lock cannot be had in time. Throws Stripe's error when Stripe cannot be reached.
 */
export async function settleOrder(orderId: OrderId): Promise<void> {
  for (const { chargeId, calledAt } of await chargesOf(orderId))
    await settleInTurn(chargeId, calledAt, () => settleCharge(orderId, chargeId));
}

/**
 * Settles an order on the news that its buyer has paid, or tried to. Once that is in our books Stripe is not asked
 * again: what may follow, a refund or a dispute, has news of its own.
 *
 * Refuses: what `settleOrder` refuses.
 */
export async function settlePayment(orderId: OrderId): Promise<void> {
  for (const { chargeId, calledAt, status } of await chargesOf(orderId)) {
    if (status === "completed") continue;
    await settleInTurn(chargeId, calledAt, async (standing) =>
      standing === "completed" ? null : settleCharge(orderId, chargeId),
    );
  }
}

function chargesOf(orderId: OrderId) {
  return selectCharges(db(), { orderId });
}

const selectCharges = prepared((database) =>
  database
    .select({ chargeId: charges.id, status: charges.status, calledAt: databaseClock })
    .from(charges)
    .where(eq(charges.orderId, sql.placeholder("orderId")))
    .orderBy(asc(charges.createdAt)),
);

/** Resolves to when Stripe was last asked. */
async function settleCharge(orderId: OrderId, chargeId: ChargeId): Promise<Date> {
  let fetched = await fetchForCharge(chargeId, null);
  for (let step = 0; step < maximumSteps; step += 1) {
    const { decision, decidedAt } = await decideUnderLock(orderId, chargeId, fetched);
    if (decision.to === "rest" || decision.to === "wait") return fetched.fetchedAt;
    // failpoint: after-authorisation-committed-before-capture · after-capture-before-commit
    // failpoint: after-order-over-before-release · after-release-before-commit
    const answer = await carryOut(decision, chargeId, fetched.stripeId);
    if (decision.to === "complete" && isPlain(fetched.payment)) return fetched.fetchedAt;
    if (decision.to === "complete" || decision.to === "close-charge") continue; // nothing is asked of Stripe for these
    fetched = await fetchForCharge(
      chargeId,
      answer && { paymentIntent: answer, fetchedAt: decidedAt },
    );
  }
  throw new Error(`Charge ${chargeId} of order ${orderId} does not come to rest.`);
}

/** With nothing to record once it is completed. A refund or a dispute that comes later has news of its own. */
function isPlain(payment: PaymentSnapshot | null): boolean {
  return payment !== null && payment.refund === null && payment.disputeStatus === null;
}

/** What Stripe answered to a capture or a release, asked for after `fetchedAt`: there is no need to fetch it again. */
type Answer = { paymentIntent: Stripe.PaymentIntent; fetchedAt: Date };

type Fetched = Pick<Situation, "payment" | "fetchedAt" | "authorizedWhenFetched">;

/** Asks Stripe about the charge's PaymentIntent, having read our books first: no answer is older than they are. */
async function fetchForCharge(
  chargeId: ChargeId,
  answer: Answer | null,
): Promise<Fetched & { stripeId: string | null }> {
  const [known] = await selectKnown(db(), { chargeId });
  if (!known) throw new Error(`Charge ${chargeId} is not there.`);
  const { stripeId, fetchedAt } = known;
  const authorizedWhenFetched = known.authorizedAt !== null;
  if (!stripeId) return { stripeId, payment: null, fetchedAt, authorizedWhenFetched };
  const payment = await fetchPayment(stripeId, known, answer?.paymentIntent ?? null);
  return { stripeId, payment, fetchedAt: answer?.fetchedAt ?? fetchedAt, authorizedWhenFetched };
}

/** An inquiry is a dispute that Stripe may not show on the charge: only its Stripe events tell of it. */
const disputeTold = sql<boolean>`exists (
  select from ${stripeEvents}
  where ${stripeEvents.objectId} = ${charges.stripeId} and ${stripeEvents.type} like 'charge.dispute.%')`;

const selectKnown = prepared((database) =>
  database
    .select({
      stripeId: charges.stripeId,
      stripeRefundId: charges.stripeRefundId,
      refundId: refunds.id,
      disputeTold,
      authorizedAt: orders.paymentAuthorizedAt,
      fetchedAt: databaseClock,
    })
    .from(charges)
    .innerJoin(orders, eq(orders.id, charges.orderId))
    .leftJoin(refunds, eq(refunds.chargeId, charges.id))
    .where(eq(charges.id, sql.placeholder("chargeId"))),
);

const selectChargeForUpdate = prepared((database) =>
  database
    .select()
    .from(charges)
    .where(
      and(
        eq(charges.id, sql.placeholder("chargeId")),
        eq(charges.orderId, sql.placeholder("orderId")),
      ),
    )
    .for("no key update"),
);

const selectRefund = prepared((database) =>
  database
    .select()
    .from(refunds)
    .where(eq(refunds.chargeId, sql.placeholder("chargeId"))),
);

/** Locks the rows of ticket, order and charge, decides, and records what was decided. */
function decideUnderLock(
  orderId: OrderId,
  chargeId: ChargeId,
  { payment: fetched, fetchedAt, authorizedWhenFetched }: Fetched,
): Promise<{ decision: Decision; decidedAt: Date }> {
  return inTransaction(
    async (tx) => {
      const locked = await readOrderForUpdate(tx, orderId, () =>
        sentTogether({
          charge: selectChargeForUpdate(tx, { chargeId, orderId }),
          refund: selectRefund(tx, { chargeId }),
        }),
      );
      const [charge, refund] = [locked?.others?.charge[0], locked?.others?.refund[0]];
      if (!locked || !charge) return { decision: { to: "rest" }, decidedAt: fetchedAt };
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
        authorizedWhenFetched,
        decidedAt,
        attemptsAllowed: environment().PAYMENT_ATTEMPTS,
      });
      await recordDecision(tx, decision, locked, charge, payment);
      return { decision, decidedAt };
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
