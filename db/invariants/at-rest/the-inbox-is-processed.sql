-- Every Stripe event has been dealt with.
select id, type, object_id, received_at
from stripe_events
where processed_at is null
