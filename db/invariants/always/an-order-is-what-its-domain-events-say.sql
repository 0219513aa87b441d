-- What the domain events say of an order is what its row says.
select told.id as domain_event_id, told.type, told.occurred_at, told.data, to_jsonb(orders) as row
from outbox as told
join orders on orders.id = told.subject_id
where told.type in ('OrderCreated', 'OrderAwaitingPayment', 'OrderCompleted', 'OrderExpired', 'OrderCancelled')
  and (
    (told.data ->> 'ticketId', told.data ->> 'buyerId')
      is distinct from (orders.ticket_id::text, orders.user_id::text)
    or (told.type in ('OrderCreated', 'OrderCompleted') and (told.data ->> 'price', told.data ->> 'currency')
      is distinct from (orders.price::text, orders.currency))
    or (told.type in ('OrderCreated', 'OrderExpired')
      and (told.data ->> 'expiresAt')::timestamptz is distinct from orders.expires_at)
    or case told.type
      when 'OrderCreated' then told.occurred_at is distinct from orders.created_at
      when 'OrderCompleted' then told.occurred_at is distinct from orders.completed_at
      when 'OrderAwaitingPayment' then false
      else told.occurred_at is distinct from orders.cancelled_at
    end
  )
