import { parseId } from "#kernel/ids.ts";
import { report } from "#kernel/report.ts";
import { findOrder } from "#lib/orders/find-orders.ts";
import { mayPass } from "#lib/rate-limit/limit-rate.ts";
import { settlePayment } from "#lib/payments/settle/settle-order.ts";
import { currentUser } from "#lib/web/session.ts";

/**
 * Where the buyer comes back from Stripe. Stripe itself is asked for the outcome; what the address says of it could be
 * forged. When that fails, or is asked too often, the order's page waits until the worker has settled it.
 */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params;
  const [user, orderId] = [await currentUser(), parseId<"order">(id)];
  const own = user && orderId && (await findOrder(user.id, orderId));
  if (own && (await mayPass("settleByBuyer", user.id))) {
    await settlePayment(orderId).catch((error: unknown) =>
      report("warning", "an order was not settled on return", { orderId, error }),
    );
  }
  const headers = { Location: `/orders/${encodeURIComponent(id)}`, "Cache-Control": "no-store" };
  return new Response(null, { status: 307, headers });
}
