import type { Server } from "../stage/server.ts";
import type { History } from "../history.ts";
import type { Tally } from "../tally.ts";

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
  /** Its ticket went to somebody else's order, or was edited or withdrawn, in the very transaction that ended it. */
  taken: boolean;
};

/** Holds everything that people were told against what is true now. */
export async function checkAcknowledged(
  { sql }: Server,
  history: History,
  { violate, count }: Tally,
): Promise<void> {
  const rows = await readOrders(sql);
  const orders = new Map(rows.map((order) => [order.id, order]));
  // Whoever holds a ticket already may click again on an older page: any of the prices they saw will do.
  for (const [orderId, told] of Map.groupBy(history.created, (each) => each.orderId)) {
    const order = orders.get(orderId);
    if (!order) violate("an order that was made is there", orderId);
    else if (!told.some((each) => isAsTold(order, each)))
      violate("an order is as its buyer was told", JSON.stringify({ told, order }));
  }
  for (const { orderId, ticketId } of history.seenCompleted) {
    const order = orders.get(orderId);
    if (order?.status !== "completed" || order.holder !== orderId || !order.sold_at)
      violate("a ticket that was bought stays bought", `${orderId} of ${ticketId}`);
  }
  for (const orderId of history.cancelled)
    if (orders.get(orderId)?.status !== "cancelled")
      violate("an order that was cancelled stays cancelled", orderId);
  for (const { orderId, at, expiresAt } of history.authorized) {
    const order = orders.get(orderId);
    if (at >= expiresAt || order?.status === "completed" || history.cancelAsked.has(orderId))
      continue;
    if (order?.taken) count("paid in time, but taken by then");
    else
      violate(
        "whoever paid in time gets the ticket",
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

/** Also for `checkOwners`: holds follow one another on a ticket, whatever was told. */
async function readOrders(sql: Server["sql"]): Promise<Order[]> {
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

/** Two holds of one ticket never overlap: the next order is made when the one before has ended. */
export async function checkOwners({ sql }: Server, { violate }: Tally): Promise<void> {
  const overlapping = await sql`
    select one.id, other.id as other, one.ticket_id from orders one
    join orders other on other.ticket_id = one.ticket_id and other.id <> one.id
    where one.created_at <= other.created_at
      and other.created_at < coalesce(one.cancelled_at, 'infinity')`;
  for (const row of overlapping) violate("a ticket has one holder at a time", JSON.stringify(row));
}
