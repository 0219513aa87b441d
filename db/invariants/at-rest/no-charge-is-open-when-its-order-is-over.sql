-- A charge is over when its order is: as far as our books know, no authorisation is left open.
select charges.id as charge_id, charges.order_id, orders.status as order_status, charges.stripe_id
from charges
join orders on orders.id = charges.order_id
where charges.status = 'created' and orders.status in ('completed', 'cancelled')
