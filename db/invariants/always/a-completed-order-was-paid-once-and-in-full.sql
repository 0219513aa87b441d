-- A completed order has exactly one completed charge, of its own price and currency.
select orders.id as order_id, orders.price, orders.currency, array_agg(charges.id) as charge_ids,
  array_agg(charges.amount) as amounts, array_agg(charges.currency) as currencies
from orders
left join charges on charges.order_id = orders.id and charges.status = 'completed'
where orders.status = 'completed'
group by orders.id
having count(charges.id) <> 1
  or bool_or(charges.amount <> orders.price or charges.currency <> orders.currency)
