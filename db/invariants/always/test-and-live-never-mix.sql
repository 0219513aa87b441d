-- Stripe events are all live or all test.
select livemode, count(*)::int as stripe_events, min(id) as for_example
from stripe_events
where exists (select 1 from stripe_events where livemode)
  and exists (select 1 from stripe_events where not livemode)
group by livemode
