import { sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { aTicket, aUser, callOff } from "./factories.ts";

/**
 * A market of `size` tickets, straight into the tables, in which nothing is to be done at this moment. In equal parts:
 * locked for minutes yet, about to be paid and just looked at, sold, and free again after a lock. Its event was called
 * off with a quarter of its tickets sold. Planned for by the statistics that Postgres gathers of it.
 */
export async function plantLargeMarket(size: number): Promise<void> {
  const [buyerId, { eventId, sellerId }] = [await aUser(), await aTicket()];
  const { eventId: calledOff } = await aTicket();
  await callOff(calledOff);
  await db().transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`); // no trigger, no foreign key: all at once
    await tx.execute(sql`
      create temp table planted on commit drop as
      select n, gen_random_uuid() as ticket_id, gen_random_uuid() as order_id,
        (array['created', 'awaiting_payment', 'completed', 'cancelled'])[n % 4 + 1] as status,
        clock_timestamp() - n * interval '1 second' as at,
        clock_timestamp() + interval '10 minutes' as later
      from generate_series(0, ${size}::int - 1) as n`);
    await tx.execute(sql`
      insert into tickets (id, user_id, event_id, title, title_folded, price, currency, order_id, locked_until, sold_at)
      select ticket_id, ${sellerId}, case when status = 'completed' and n % 8 > 3 then ${calledOff}::uuid else ${eventId}::uuid end,
        'A seat', 'a seat', 4500, 'eur', case when status <> 'cancelled' then order_id end,
        case when status <> 'cancelled' then later end, case when status = 'completed' then at end
      from planted`);
    await tx.execute(sql`
      insert into orders (id, user_id, ticket_id, status, price, currency, expires_at, cancel_reason, cancelled_at,
        completed_at, payment_authorized_at, request_key, created_at)
      select order_id, ${buyerId}, ticket_id, status, 4500, 'eur', later,
        case when status = 'cancelled' then 'buyer' end, case when status = 'cancelled' then at end,
        case when status = 'completed' then at end, case when status = 'completed' then at end, gen_random_uuid(), at
      from planted`);
    await tx.execute(sql`
      insert into charges (id, order_id, status, amount, currency, stripe_id, settled_at, created_at)
      select gen_random_uuid(), order_id,
        case status when 'awaiting_payment' then 'created' when 'completed' then 'completed' else 'failed' end,
        4500, 'eur', 'pi_' || n, clock_timestamp(), at
      from planted where status <> 'created'`);
    await tx.execute(sql`
      insert into outbox (id, type, version, subject_id, data, occurred_at, relayed_at)
      select gen_random_uuid(), 'OrderCreated', 1, order_id, '{}', at, at from planted`);
    await tx.execute(sql`
      insert into stripe_events (id, type, object_id, livemode, processed_at)
      select 'evt_' || n, 'payment_intent.succeeded', 'pi_' || n, false, clock_timestamp() from planted`);
  });
  await db().execute(sql`analyze tickets, orders, charges, outbox, stripe_events, events`);
}
