-- Refunded is at most what was taken: of a payment that was made, its amount, in its currency.
with given_back as (
  select charge_id, amount, currency
  from refunds
  where status <> 'failed'
  union all
  select id, amount, currency
  from charges
  where stripe_refund_id is not null
    and not exists (select 1 from refunds where refunds.charge_id = charges.id)
)
select charges.id as charge_id, charges.stripe_id, charges.amount, charges.currency, charges.stripe_refund_id,
  array_agg(given_back.amount) as given_back, array_agg(given_back.currency) as given_back_in
from given_back
left join charges on charges.id = given_back.charge_id
group by charges.id
having charges.stripe_id is null
  or sum(given_back.amount) > charges.amount
  or bool_or(given_back.currency <> charges.currency)
