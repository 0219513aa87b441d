-- The buyer is not the seller.
select orders.id as order_id, orders.ticket_id, orders.user_id
from orders
join tickets on tickets.id = orders.ticket_id
where orders.user_id = tickets.user_id
