-- Every domain event has been relayed.
select id, type, subject_id, occurred_at
from outbox
where relayed_at is null
