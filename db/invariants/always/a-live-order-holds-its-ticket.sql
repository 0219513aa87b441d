-- A live order holds its ticket, also when its time is over and nobody has cleared it away yet.
select orders.id as order_id, orders.status, orders.ticket_id, tickets.order_id as held_by
from orders
left join tickets on tickets.id = orders.ticket_id
where orders.status in ('created', 'awaiting_payment', 'completed')
  and tickets.order_id is distinct from orders.id
