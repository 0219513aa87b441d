DROP INDEX "open_charges";--> statement-breakpoint
CREATE INDEX "orders_to_capture" ON "orders" USING btree ("payment_authorized_at") WHERE "orders"."status" = 'awaiting_payment' and "orders"."payment_authorized_at" is not null;--> statement-breakpoint
CREATE INDEX "open_charges_by_last_look" ON "charges" USING btree (coalesce("settled_at", "created_at")) WHERE "charges"."status" = 'created';--> statement-breakpoint
CREATE INDEX "charges_without_payment_intent" ON "charges" USING btree ("created_at") WHERE "charges"."status" = 'failed' and "charges"."stripe_id" is null;--> statement-breakpoint
CREATE INDEX "held_tickets_by_event" ON "tickets" USING btree ("event_id") WHERE "tickets"."order_id" is not null and "tickets"."sold_at" is null;