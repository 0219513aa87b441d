-- No job and no domain event was given up on.
select id, name, state::text, created_on, data, output
from pgboss.job
where name in ('dead-letters', 'unreadable-domain-events') and state < 'completed'
