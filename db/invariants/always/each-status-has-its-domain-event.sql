-- Each change of an order's status has exactly one domain event, and none has one that did not happen.
with told as (
  select subject_id as order_id,
    count(*) filter (where type = 'OrderCreated') as created,
    count(*) filter (where type = 'OrderAwaitingPayment') as awaiting_payment,
    count(*) filter (where type = 'OrderCompleted') as completed,
    count(*) filter (where type = 'OrderExpired') as expired,
    count(*) filter (where type = 'OrderCancelled') as cancelled,
    max(data ->> 'reason') filter (where type = 'OrderCancelled') as reason
  from outbox
  where type in ('OrderCreated', 'OrderAwaitingPayment', 'OrderCompleted', 'OrderExpired', 'OrderCancelled')
  group by subject_id
),
-- A charge is how an order comes to await its payment: a cancelled one has been there if it has any.
charged as (select distinct order_id from charges)
select coalesce(orders.id, told.order_id) as order_id, orders.status, orders.cancel_reason,
  told.created, told.awaiting_payment, told.completed, told.expired, told.cancelled, told.reason
from orders
full join told on told.order_id = orders.id
left join charged on charged.order_id = orders.id
where orders.id is null
  or told.order_id is null
  or told.created <> 1
  or told.awaiting_payment
    <> (orders.status in ('awaiting_payment', 'completed') or charged.order_id is not null)::int
  or told.completed <> (orders.status = 'completed')::int
  or told.expired <> coalesce(orders.cancel_reason = 'expired', false)::int
  or told.cancelled <> coalesce(orders.cancel_reason <> 'expired', false)::int
  or told.reason is distinct from nullif(orders.cancel_reason, 'expired')
