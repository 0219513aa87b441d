-- A ticket is sold exactly when the order that holds it is completed.
select tickets.id as ticket_id, tickets.sold_at, tickets.order_id, orders.status
from tickets
left join orders on orders.id = tickets.order_id
where (tickets.sold_at is not null) <> coalesce(orders.status = 'completed', false)
