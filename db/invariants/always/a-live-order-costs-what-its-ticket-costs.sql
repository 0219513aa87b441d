-- A live order has its ticket's price and currency.
select orders.id as order_id, orders.ticket_id, orders.price, orders.currency, tickets.price as asked, tickets.currency as asked_in
from orders
join tickets on tickets.id = orders.ticket_id
where orders.status in ('created', 'awaiting_payment', 'completed')
  and (orders.price, orders.currency) is distinct from (tickets.price, tickets.currency)
