-- An order's card was authorised before its deadline, and none is completed without.
select id as order_id, status, payment_authorized_at, expires_at
from orders
where payment_authorized_at > expires_at
  or (status = 'completed' and payment_authorized_at is null)
