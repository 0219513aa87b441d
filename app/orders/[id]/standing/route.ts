import { orderStanding } from "#app/orders/order-standing.ts";
import { parseId } from "#kernel/ids.ts";
import { findOrder } from "#lib/orders/find-orders.ts";
import { currentUser } from "#lib/web/session.ts";

/** How an order stands, in one word: what an open page asks before it fetches itself anew. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const [user, orderId] = [await currentUser(), parseId<"order">(id)];
  const order = user && orderId && (await findOrder(user.id, orderId));
  const headers = { "Cache-Control": "no-store" };
  return order
    ? new Response(orderStanding(order), { headers })
    : new Response(null, { status: 404, headers });
}
