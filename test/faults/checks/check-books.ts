import type { RunningSandbox } from "@rowlock/stripe-sandbox/types";
import type { DatabaseServer } from "../testbed/database-server.ts";
import type { RunReport } from "../run-report.ts";

type Booked = {
  stripe_id: string;
  amount: number;
  currency: string;
  status: string;
  order_status: string;
  cancel_reason: string | null;
  stripe_refund_id: string | null;
};

/** Holds Stripe's books against ours: every cent kept belongs to a completed order, and every other was given back. */
export async function checkBooks(
  { sql }: DatabaseServer,
  { state }: RunningSandbox,
  report: RunReport,
): Promise<void> {
  const { violate } = report;
  const booked = await sql<Booked[]>`
    select c.stripe_id, c.amount, c.currency, c.status, o.status as order_status, o.cancel_reason, c.stripe_refund_id
    from charges c join orders o on o.id = c.order_id where c.stripe_id is not null`;
  const ours = new Map(booked.map((charge) => [charge.stripe_id, charge]));
  const refunded = refundsByPayment(state);
  for (const payment of Object.values(state.payment_intents)) {
    const charge = ours.get(payment.id);
    const kept = payment.amount_received - (refunded.get(payment.id) ?? 0);
    const sold = charge?.status === "completed" && charge.order_status === "completed";
    const due = sold ? charge.amount : 0;
    if (kept !== due || (sold && charge.currency !== payment.currency))
      violate("Stripe holds what completed orders cost", `${payment.id}: ${kept}, due ${due}`);
    if (payment.status === "requires_capture") violate("no authorisation is left open", payment.id);
  }
  for (const { stripe_id: id, order_status: status } of booked)
    if (status === "completed" && !state.payment_intents[id])
      violate("Stripe knows every payment in our books", id);
  checkRefunds(ours, refunded, report);
}

/** Manual capture exists so that nothing is taken and then given back for coming late. */
function checkRefunds(
  ours: Map<string, Booked>,
  refunded: Map<string, number>,
  { violate, count }: RunReport,
): void {
  for (const [id, amount] of refunded) {
    const charge = ours.get(id);
    count("refunds");
    if (!charge?.stripe_refund_id) violate("every refund is in our books", `${id}: ${amount}`);
    if (charge?.cancel_reason === "expired") violate("nobody is refunded for being late", id);
  }
}

/** Of captured money. Stripe also writes a refund when an authorisation is released, which gives nothing back. */
function refundsByPayment({ refunds, payment_intents: payments }: RunningSandbox["state"]) {
  const sums = new Map<string, number>();
  for (const { payment_intent: id, amount, status } of Object.values(refunds)) {
    const counts = status === "succeeded" || status === "pending";
    if (counts && payments[id]?.amount_received) sums.set(id, (sums.get(id) ?? 0) + amount);
  }
  return sums;
}
