-- A PaymentIntent belongs to one charge, and no charge is completed without one.
select stripe_id, array_agg(id) as charge_ids, array_agg(order_id) as order_ids
from charges
where stripe_id is not null or status = 'completed'
group by stripe_id
having count(*) > 1 or stripe_id is null
