-- Money taken for an order that is not completed has been given back in full.
select charges.id as charge_id, charges.order_id, orders.status as order_status, charges.status, charges.stripe_id,
  refunds.status as refund_status, charges.amount, refunds.amount as refund_amount
from charges
join orders on orders.id = charges.order_id
left join refunds on refunds.charge_id = charges.id
where (orders.status <> 'completed' or charges.status <> 'completed')
  and (
    refunds.status in ('created', 'failed')
    or refunds.amount < charges.amount
    -- Nothing is on its way back, though Stripe said that it was taken.
    or (refunds.id is null and charges.stripe_refund_id is null and exists (
      select 1 from stripe_events
      where stripe_events.object_id = charges.stripe_id
        and stripe_events.type in ('payment_intent.succeeded', 'charge.captured')
    ))
  )
