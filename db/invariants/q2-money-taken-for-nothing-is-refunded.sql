-- Money that Stripe says was taken for an order that is not completed has been given back in full.
select distinct charges.id as charge_id, charges.order_id, orders.status as order_status, charges.status, charges.stripe_id
from charges
join orders on orders.id = charges.order_id
join stripe_events on stripe_events.object_id = charges.stripe_id
left join refunds on refunds.charge_id = charges.id
where stripe_events.type in ('payment_intent.succeeded', 'charge.captured')
  and (orders.status <> 'completed' or charges.status <> 'completed')
  and charges.stripe_refund_id is null
  and (refunds.status is null or refunds.status in ('created', 'failed') or refunds.amount < charges.amount)
