import { redirect } from "next/navigation";
import { type OrderId, parseId, type UserId } from "#kernel/ids.ts";
import { report } from "#kernel/report.ts";
import { findOrder } from "#lib/orders/find-orders.ts";
import { settlePayment } from "#lib/payments/settle/settle-order.ts";
import { limitRate } from "#lib/rate-limit/limit-rate.ts";
import { currentUser } from "#lib/web/session.ts";

/**
 * Where the buyer comes back from Stripe. Stripe itself is asked for the outcome; what the address says of it could be
 * forged. When that fails, or was asked for too often, the order's page waits until the worker has settled it.
 */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const [user, orderId] = [await currentUser(), parseId<"order">(id)];
  if (user && orderId && (await findOrder(user.id, orderId))) {
    await settleOnReturn(user.id, orderId).catch((error: unknown) =>
      report("warning", "an order was not settled on return", { orderId, error }),
    );
  }
  redirect(`/orders/${encodeURIComponent(id)}`);
}

async function settleOnReturn(buyerId: UserId, orderId: OrderId): Promise<void> {
  await limitRate("settleByBuyer", buyerId);
  await settlePayment(orderId);
}
