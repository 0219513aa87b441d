-- Only a payment that was made and is over can have been refunded.
select id as charge_id, order_id, status, stripe_id, stripe_refund_id
from charges
where stripe_refund_id is not null and (status = 'created' or stripe_id is null)
