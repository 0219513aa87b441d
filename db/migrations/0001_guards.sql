-- What the tables keep true by themselves, whatever the code does.

-- Losing the limits in a crash only forgives: no need to write them to the log.
ALTER TABLE "rate_limits" SET UNLOGGED;
--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "holding_order_exists" FOREIGN KEY ("order_id") REFERENCES "orders"("id");
--> statement-breakpoint
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME;
END $$;
--> statement-breakpoint
CREATE TRIGGER order_terms_are_immutable
  BEFORE UPDATE OF id, user_id, ticket_id, price, currency, expires_at, request_key, created_at ON orders
  FOR EACH ROW
  WHEN (ROW(OLD.id, OLD.user_id, OLD.ticket_id, OLD.price, OLD.currency, OLD.expires_at, OLD.request_key, OLD.created_at)
    IS DISTINCT FROM ROW(NEW.id, NEW.user_id, NEW.ticket_id, NEW.price, NEW.currency, NEW.expires_at, NEW.request_key, NEW.created_at))
  EXECUTE FUNCTION refuse_change('what an order was made for never changes');
--> statement-breakpoint
CREATE TRIGGER order_moves_along_its_lifecycle
  BEFORE UPDATE OF status ON orders
  FOR EACH ROW
  WHEN (OLD.status <> NEW.status AND (OLD.status, NEW.status) NOT IN (
    ('created', 'awaiting_payment'), ('created', 'cancelled'),
    ('awaiting_payment', 'completed'), ('awaiting_payment', 'cancelled')))
  EXECUTE FUNCTION refuse_change('an order does not move that way');
--> statement-breakpoint
CREATE FUNCTION refuse_own_ticket() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM tickets WHERE id = NEW.ticket_id AND user_id = NEW.user_id) THEN
    RAISE EXCEPTION 'a seller cannot buy their own ticket'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'buyer_is_not_seller';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER buyer_is_not_seller
  BEFORE INSERT ON orders FOR EACH ROW EXECUTE FUNCTION refuse_own_ticket();
--> statement-breakpoint
CREATE TRIGGER ticket_seller_is_immutable
  BEFORE UPDATE OF user_id ON tickets FOR EACH ROW
  WHEN (OLD.user_id IS DISTINCT FROM NEW.user_id)
  EXECUTE FUNCTION refuse_change('a ticket keeps its seller');
--> statement-breakpoint
CREATE TRIGGER charge_terms_are_immutable
  BEFORE UPDATE OF id, order_id, amount, currency ON charges FOR EACH ROW
  WHEN (ROW(OLD.id, OLD.order_id, OLD.amount, OLD.currency) IS DISTINCT FROM ROW(NEW.id, NEW.order_id, NEW.amount, NEW.currency))
  EXECUTE FUNCTION refuse_change('what is charged never changes');
--> statement-breakpoint
CREATE TRIGGER charge_keeps_its_payment_intent
  BEFORE UPDATE OF stripe_id ON charges FOR EACH ROW
  WHEN (OLD.stripe_id IS NOT NULL AND OLD.stripe_id IS DISTINCT FROM NEW.stripe_id)
  EXECUTE FUNCTION refuse_change('a charge keeps its PaymentIntent');
--> statement-breakpoint
CREATE TRIGGER outbox_is_append_only
  BEFORE UPDATE ON outbox FOR EACH ROW
  WHEN (OLD.relayed_at IS NOT NULL
    OR ROW(OLD.id, OLD.type, OLD.version, OLD.subject_id, OLD.data, OLD.xid, OLD.occurred_at)
    IS DISTINCT FROM ROW(NEW.id, NEW.type, NEW.version, NEW.subject_id, NEW.data, NEW.xid, NEW.occurred_at))
  EXECUTE FUNCTION refuse_change('what happened has happened: only the relay mark may be set, once');
--> statement-breakpoint
CREATE TRIGGER outbox_is_never_deleted
  BEFORE DELETE ON outbox FOR EACH ROW EXECUTE FUNCTION refuse_change('what happened has happened');
--> statement-breakpoint
CREATE TRIGGER outbox_is_never_truncated
  BEFORE TRUNCATE ON outbox FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('what happened has happened');
