-- A ticket has at most one live order.
select ticket_id, array_agg(id) as order_ids
from orders
where status in ('created', 'awaiting_payment', 'completed')
group by ticket_id
having count(*) > 1
