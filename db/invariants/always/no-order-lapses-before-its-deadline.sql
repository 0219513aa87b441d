-- No order lapses before its deadline.
select orders.id as order_id, orders.expires_at, orders.cancelled_at, lapse.occurred_at
from orders
left join outbox as lapse on lapse.subject_id = orders.id and lapse.type = 'OrderExpired'
where orders.status = 'cancelled'
  and (lapse.occurred_at < orders.expires_at
    or (orders.cancel_reason = 'expired' and orders.cancelled_at < orders.expires_at))
