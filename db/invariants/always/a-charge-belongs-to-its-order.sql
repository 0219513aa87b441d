-- A charge is still what it was made for: the order, amount and currency its one ChargeCreated names.
select coalesce(charges.id, told.charge_id) as charge_id, charges.order_id, charges.amount, charges.currency, told.facts
from charges
full join (
  select subject_id as charge_id, count(*) as times, min(data::text)::jsonb as facts
  from outbox
  where type = 'ChargeCreated'
  group by subject_id
) as told on told.charge_id = charges.id
where charges.id is null
  or told.charge_id is null
  or told.times <> 1
  or (told.facts ->> 'orderId', told.facts ->> 'amount', told.facts ->> 'currency')
    is distinct from (charges.order_id::text, charges.amount::text, charges.currency)
