-- No order is live half a minute after its deadline.
select id as order_id, status, expires_at, payment_authorized_at
from orders
where status in ('created', 'awaiting_payment')
  and expires_at < clock_timestamp() - interval '30 seconds'
