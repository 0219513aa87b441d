import type postgres from "postgres";
import { v7 } from "uuid";

type Wanted = { ticketId: string; buyerId: string; requestKey: string };

/**
 * What `createOrder` says to Postgres, said directly: the same statements in the same order, prepared and
 * sentTogether in the same places, with nothing around them. Decides nothing: the tickets of a benchmark are free.
 */
export async function reserveBare(sql: postgres.Sql, wanted: Wanted): Promise<void> {
  await look(sql, wanted);
  await sql.begin(async (tx) => {
    const [, , [seen]] = await Promise.all([
      tx`select id from tickets where id = ${wanted.ticketId} for no key update`,
      tx`select id from users where id = ${wanted.buyerId} for no key update`,
      look(tx, wanted),
    ]);
    if (!seen) throw new Error("The ticket is not there.");
    await write(tx, wanted, seen);
  });
}

type Seen = { at: Date; price: number; currency: string };

function look(sql: postgres.ISql, { ticketId, buyerId, requestKey }: Wanted) {
  return sql<Seen[]>`
    select date_trunc('milliseconds', clock_timestamp()) as at, t.user_id, t.price, t.currency, t.version,
      t.locked_until, t.sold_at, t.withdrawn_at, e.id as event_id, e.starts_at, e.cancelled_at,
      o.id, o.ticket_id, o.user_id as buyer, o.status, o.expires_at, o.payment_authorized_at,
      (select id from orders where user_id = ${buyerId} and request_key = ${requestKey}) as repeated,
      (select count(*)::int from orders where user_id = ${buyerId} and status in ('created', 'awaiting_payment')
        and (expires_at > clock_timestamp() or payment_authorized_at is not null)) as live,
      (select coalesce(json_agg(json_build_array(orders.ticket_id = t.id,
          (extract(epoch from orders.created_at) * 1000)::float8,
          (extract(epoch from least(coalesce(orders.cancelled_at, orders.expires_at), orders.expires_at)) * 1000)::float8)), '[]')
        from orders join tickets as held on held.id = orders.ticket_id
        where orders.user_id = ${buyerId} and orders.created_at > clock_timestamp() - interval '4 hours'
          and least(coalesce(orders.cancelled_at, orders.expires_at), orders.expires_at) > clock_timestamp() - interval '2 hours'
          and (orders.cancel_reason <> 'event_over' or (orders.status in ('created', 'awaiting_payment')
            and orders.expires_at <= clock_timestamp() and orders.payment_authorized_at is null))
          and (held.event_id = t.event_id or held.user_id = t.user_id)) as unpaid_holds
    from tickets t join events e on e.id = t.event_id left join orders o on o.id = t.order_id
    where t.id = ${ticketId}`;
}

async function write(
  tx: postgres.ISql,
  { ticketId, buyerId, requestKey }: Wanted,
  seen: Seen,
): Promise<void> {
  const { at, price, currency } = seen;
  const orderId = v7();
  const until = new Date(at.getTime() + 900_000);
  const created = { ticketId, price, currency, expiresAt: until, orderId, buyerId };
  const updated = { ticketId, orderId, change: "locked", until };
  await Promise.all([
    tx`insert into orders (id, user_id, ticket_id, status, price, currency, expires_at, request_key, version, created_at)
      values (${orderId}, ${buyerId}, ${ticketId}, default, ${price}, ${currency}, ${until}, ${requestKey}, default, ${at})`,
    tx`update tickets set order_id = ${orderId}, locked_until = ${until}::timestamptz, updated_at = ${at}::timestamptz
      where id = ${ticketId}`,
    tx`insert into outbox (id, type, version, subject_id, data, occurred_at)
      values (${v7()}, 'TicketUpdated', 1, ${ticketId}, ${tx.json(JSON.parse(JSON.stringify(updated)))}, ${at})`,
    tx`insert into outbox (id, type, version, subject_id, data, occurred_at)
      values (${v7()}, 'OrderCreated', 1, ${orderId}, ${tx.json(JSON.parse(JSON.stringify(created)))}, ${at})`,
  ]);
}
