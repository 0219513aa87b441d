-- A completed charge is that of a completed order.
select charges.id as charge_id, charges.order_id, orders.status
from charges
left join orders on orders.id = charges.order_id
where charges.status = 'completed' and orders.status is distinct from 'completed'
