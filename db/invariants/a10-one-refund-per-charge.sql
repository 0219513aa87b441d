-- A charge is refunded once and that is told once, and no refund counts for two charges.
with known as (
  select charge_id, stripe_id as refund_id from refunds
  union
  select id, stripe_refund_id from charges where stripe_refund_id is not null
),
told as (
  select subject_id as charge_id, count(*) as times, max(data ->> 'stripeRefundId') as refund_id
  from outbox
  where type = 'ChargeRefunded'
  group by subject_id
)
select 'refunded more than once' as wrong, charge_id, array_agg(stripe_id) as refund_ids
from refunds
group by charge_id
having count(*) > 1
union all
select 'counts for more than one charge', min(charge_id::text)::uuid, array[refund_id]
from known
where refund_id is not null
group by refund_id
having count(*) > 1
union all
select 'not told as it is, once', coalesce(charges.id, told.charge_id), array[charges.stripe_refund_id, told.refund_id]
from (select id, stripe_refund_id from charges where stripe_refund_id is not null) as charges
full join told on told.charge_id = charges.id
where (told.times, told.refund_id) is distinct from (1::bigint, charges.stripe_refund_id)
