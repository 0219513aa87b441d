-- What changes with an order's status is recorded by the transaction that changed it.
with written as (
  select xid, data ->> 'orderId' as order_id, type, data ->> 'change' as change
  from outbox
  where data ? 'orderId'
)
select xid, order_id, array_agg(concat_ws(':', type, change)) as together
from written
group by xid, order_id
having count(*) filter (where type = 'OrderCreated') > count(*) filter (where change = 'locked')
  or count(*) filter (where type = 'OrderAwaitingPayment') > count(*) filter (where type = 'ChargeCreated')
  or count(*) filter (where type = 'OrderCompleted') <> count(*) filter (where change = 'sold')
  or count(*) filter (where type = 'OrderCompleted') <> count(*) filter (where type = 'ChargeCompleted')
  or count(*) filter (where type in ('OrderExpired', 'OrderCancelled')) <> count(*) filter (where change = 'unlocked')
