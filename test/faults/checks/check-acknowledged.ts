import type { History } from "../history.ts";
import type { RunReport } from "../run-report.ts";
import type { DatabaseServer } from "../testbed/database-server.ts";

type Order = {
  id: string;
  ticket_id: string;
  user_id: string;
  status: string;
  price: number;
  currency: string;
  cancel_reason: string | null;
  holder: string | null;
  sold_at: Date | null;
  withdrawn_at: Date | null;
  /** Its ticket went to another order, or was edited or withdrawn, in the very transaction that ended it. */
  taken: boolean;
};

/** Holds everything that people were told against what is true now. */
export async function checkAcknowledged(
  { sql }: DatabaseServer,
  history: History,
  { violate, count }: RunReport,
): Promise<void> {
  const rows = await readOrders(sql);
  const orders = new Map(rows.map((order) => [order.id, order]));
  // A buyer who holds a ticket already may click again on an older page: any of the prices they were shown will do.
  for (const [orderId, told] of Map.groupBy(history.created, (each) => each.orderId)) {
    const order = orders.get(orderId);
    if (!order) violate("an acknowledged order is there", orderId);
    else if (!told.some((each) => isAsTold(order, each)))
      violate("an order is as its buyer was told", JSON.stringify({ told, order }));
  }
  for (const { orderId, ticketId } of history.shownCompleted) {
    const order = orders.get(orderId);
    if (order?.status !== "completed" || order.holder !== orderId || !order.sold_at)
      violate("a ticket that was bought stays bought", `${orderId} of ${ticketId}`);
  }
  for (const orderId of history.cancelled)
    if (orders.get(orderId)?.status !== "cancelled")
      violate("an order that was cancelled stays cancelled", orderId);
  for (const { orderId, at, expiresAt } of history.authorized) {
    const order = orders.get(orderId);
    if (at >= expiresAt || order?.status === "completed" || history.cancelRequested.has(orderId))
      continue;
    if (order?.taken) count("paid in time, but taken by then");
    else
      violate(
        "a buyer who paid in time gets the ticket",
        JSON.stringify({ orderId, at, expiresAt, order }),
      );
  }
  const withdrawn = new Set(rows.filter((row) => row.withdrawn_at).map((row) => row.ticket_id));
  const known = new Set(rows.map((row) => row.ticket_id));
  for (const ticketId of history.withdrawn)
    if (known.has(ticketId) && !withdrawn.has(ticketId))
      violate("a ticket that was withdrawn stays withdrawn", ticketId);
}

function isAsTold(order: Order, told: History["created"][number]): boolean {
  return (
    order.ticket_id === told.ticketId &&
    order.user_id === told.buyerId &&
    order.price === told.price &&
    order.currency === told.currency
  );
}

async function readOrders(sql: DatabaseServer["sql"]): Promise<Order[]> {
  return sql<Order[]>`
    select o.id, o.ticket_id, o.user_id, o.status, o.price, o.currency, o.cancel_reason,
      t.order_id as holder, t.sold_at, t.withdrawn_at,
      exists (
        select 1 from outbox ended join outbox other on other.xid = ended.xid
        where ended.subject_id = o.id and ended.type in ('OrderExpired', 'OrderCancelled')
          and (other.type in ('OrderCreated', 'TicketWithdrawn')
            or other.type = 'TicketUpdated' and other.data ->> 'change' = 'edited')) as taken
    from orders o join tickets t on t.id = o.ticket_id`;
}
