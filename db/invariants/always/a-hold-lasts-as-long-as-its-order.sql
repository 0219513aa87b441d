-- A ticket is locked until its order's deadline, and longer once the card is authorised.
select tickets.id as ticket_id, orders.id as order_id, tickets.locked_until, orders.expires_at, orders.payment_authorized_at
from tickets
join orders on orders.id = tickets.order_id
where case when orders.payment_authorized_at is null
  then tickets.locked_until is distinct from orders.expires_at
  else tickets.locked_until is null or tickets.locked_until <= orders.expires_at
end
