-- What holds a ticket is a live order for that ticket.
select tickets.id as ticket_id, tickets.order_id, orders.ticket_id as order_is_for, orders.status
from tickets
left join orders on orders.id = tickets.order_id
where tickets.order_id is not null
  and (orders.id is null or orders.ticket_id <> tickets.id or orders.status = 'cancelled')
