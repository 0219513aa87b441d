-- A charge is refunded once, that is told once, and no refund counts for two charges.
with refunded as (
  select charge_id, stripe_id as refund_id
  from refunds
  union
  select id, stripe_refund_id
  from charges
  where stripe_refund_id is not null
),
told as (
  select subject_id as charge_id, count(*) as times, max(data ->> 'stripeRefundId') as refund_id
  from outbox
  where type = 'ChargeRefunded'
  group by subject_id
),
counted as (
  select charge_id, refund_id,
    count(*) over (partition by charge_id) as refunds_of_charge,
    count(refund_id) over (partition by refund_id) as charges_of_refund
  from refunded
)
select coalesce(counted.charge_id, told.charge_id) as charge_id, counted.refund_id,
  counted.refunds_of_charge, counted.charges_of_refund, told.times as times_told, told.refund_id as told_refund_id
from counted
full join told on told.charge_id = counted.charge_id
where counted.charge_id is null
  or counted.refunds_of_charge > 1
  or counted.charges_of_refund > 1
  or told.times > 1
  or told.refund_id <> counted.refund_id
