-- An order is created, then perhaps awaits its payment, then ends: in this order.
select order_id, created_at, awaiting_at, ended_at
from (
  select subject_id as order_id,
    max(occurred_at) filter (where type = 'OrderCreated') as created_at,
    max(occurred_at) filter (where type = 'OrderAwaitingPayment') as awaiting_at,
    min(occurred_at) filter (where type in ('OrderCompleted', 'OrderExpired', 'OrderCancelled')) as ended_at
  from outbox
  where type in ('OrderCreated', 'OrderAwaitingPayment', 'OrderCompleted', 'OrderExpired', 'OrderCancelled')
  group by subject_id
) as moves
where awaiting_at < created_at or ended_at < created_at or ended_at < awaiting_at
