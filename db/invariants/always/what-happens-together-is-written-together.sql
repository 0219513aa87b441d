-- What changes with an order's status is recorded by the transaction that changed it.
-- Materialized, so that the facts of each domain event are read once and not once per count.
with written as materialized (
  select xid, (data ->> 'orderId')::uuid as order_id,
    case when type = 'TicketUpdated' then (data ->> 'change') else type end as what
  from outbox
  where type in ('OrderCreated', 'OrderAwaitingPayment', 'OrderCompleted', 'OrderExpired', 'OrderCancelled',
    'TicketUpdated', 'ChargeCreated', 'ChargeCompleted')
),
together as (
  select xid, order_id,
    count(*) filter (where what = 'OrderCreated') as created,
    count(*) filter (where what = 'locked') as locked,
    count(*) filter (where what = 'OrderAwaitingPayment') as awaiting_payment,
    count(*) filter (where what = 'ChargeCreated') as charge_created,
    count(*) filter (where what = 'OrderCompleted') as completed,
    count(*) filter (where what = 'sold') as sold,
    count(*) filter (where what = 'ChargeCompleted') as charge_completed,
    count(*) filter (where what in ('OrderExpired', 'OrderCancelled')) as ended,
    count(*) filter (where what = 'unlocked') as unlocked
  from written
  where order_id is not null
  group by xid, order_id
)
select *
from together
where created > locked
  or awaiting_payment > charge_created
  or completed <> sold
  or completed <> charge_completed
  or ended <> unlocked
