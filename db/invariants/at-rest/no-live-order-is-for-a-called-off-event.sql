-- No order is live a minute after its event was called off.
select o.id as order_id, o.status, e.id as event_id, e.cancelled_at
from orders o
join tickets t on t.id = o.ticket_id
join events e on e.id = t.event_id
where o.status in ('created', 'awaiting_payment')
  and e.cancelled_at < clock_timestamp() - interval '60 seconds'
