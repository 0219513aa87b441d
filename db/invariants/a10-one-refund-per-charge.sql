-- A charge is refunded once, and no refund counts for two.
with told as (
  select subject_id as charge_id, count(*) as times,
    max(data ->> 'stripeRefundId') as refund_id, sum((data ->> 'amount')::bigint) as amount
  from outbox
  where type = 'ChargeRefunded'
  group by subject_id
),
refunded as (
  select id, order_id, amount, stripe_refund_id, count(*) over (partition by stripe_refund_id) as sharing
  from charges
  where stripe_refund_id is not null
)
select coalesce(refunded.id, told.charge_id) as charge_id, refunded.order_id, refunded.amount,
  refunded.stripe_refund_id, refunded.sharing, told.times, told.refund_id, told.amount as given_back
from refunded
full join told on told.charge_id = refunded.id
where refunded.id is null
  or told.charge_id is null
  or refunded.sharing > 1
  or told.times > 1
  or told.refund_id is distinct from refunded.stripe_refund_id
  or told.amount > refunded.amount
