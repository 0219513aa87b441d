-- A charge is refunded once, again only after a failure; each refund is told once, and no refund counts for two charges.
with told as (
  select subject_id as charge_id,
    count(*) filter (where type = 'ChargeRefunded') as times,
    count(distinct data ->> 'stripeRefundId') filter (where type = 'ChargeRefunded') as refunds,
    count(*) filter (where type = 'ChargeRefundFailed') as failures,
    (array_agg(data ->> 'stripeRefundId' order by occurred_at desc, id desc))[1] as refund_id
  from outbox
  where type in ('ChargeRefunded', 'ChargeRefundFailed')
  group by subject_id
)
select 'refunded more than once' as wrong, charge_id, null as refund_ids
from refunds
group by charge_id
having count(*) > 1
union all
select 'counts for more than one charge', min(id::text)::uuid, array[stripe_refund_id]
from charges
where stripe_refund_id is not null
group by stripe_refund_id
having count(*) > 1
union all
select 'not told as it is, once', coalesce(charges.id, told.charge_id), array[charges.stripe_refund_id, told.refund_id]
from charges
full join told on told.charge_id = charges.id
where told.refund_id is distinct from charges.stripe_refund_id
  or told.times > told.refunds
  or told.times > told.failures + 1
