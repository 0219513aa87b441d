-- What Stripe says of a PaymentIntent is passed on to the order whose charge it is. Its row may be gone after ninety days.
select told.id as domain_event_id, told.subject_id as told_to, stripe_events.object_id, charges.order_id
from outbox as told
left join stripe_events on stripe_events.id = told.data ->> 'stripeEventId'
left join charges on charges.stripe_id = stripe_events.object_id
where told.type = 'StripeEventReceived' and charges.order_id is distinct from told.subject_id
  and (stripe_events.id is not null or told.occurred_at > clock_timestamp() - interval '90 days')
