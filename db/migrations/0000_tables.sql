CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"last_seen_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"user_agent" text
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"role" text DEFAULT 'member' NOT NULL,
	"email_verified_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "one_account_per_email" UNIQUE("email"),
	CONSTRAINT "email_is_lower_case" CHECK ("users"."email" = lower("users"."email")),
	CONSTRAINT "name_has_1_to_80_characters" CHECK (char_length("users"."name") between 1 and 80),
	CONSTRAINT "role_is_known" CHECK ("users"."role" in ('member', 'operator'))
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"category" text NOT NULL,
	"venue" text NOT NULL,
	"city" text NOT NULL,
	"country" text NOT NULL,
	"time_zone" text NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"cancelled_at" timestamp (3) with time zone,
	CONSTRAINT "one_event_per_slug" UNIQUE("slug"),
	CONSTRAINT "one_event_per_title_venue_and_start" UNIQUE("title","venue","starts_at"),
	CONSTRAINT "event_title_has_1_to_120_characters" CHECK (char_length("events"."title") between 1 and 120),
	CONSTRAINT "category_is_known" CHECK ("events"."category" in ('concert', 'match', 'theatre', 'comedy', 'festival', 'other'))
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"arrives_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "worker_heartbeats" (
	"worker_id" text PRIMARY KEY NOT NULL,
	"beat_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "orders" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"ticket_id" uuid NOT NULL,
	"status" text DEFAULT 'created' NOT NULL,
	"price" integer NOT NULL,
	"currency" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"cancel_reason" text,
	"payment_authorized_at" timestamp (3) with time zone,
	"completed_at" timestamp (3) with time zone,
	"cancelled_at" timestamp (3) with time zone,
	"request_key" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "one_order_per_request" UNIQUE("user_id","request_key"),
	CONSTRAINT "order_price_is_positive" CHECK ("orders"."price" > 0),
	CONSTRAINT "order_currency_is_iso_4217" CHECK ("orders"."currency" ~ '^[a-z]{3}$'),
	CONSTRAINT "status_is_known" CHECK ("orders"."status" in ('created', 'awaiting_payment', 'completed', 'cancelled')),
	CONSTRAINT "cancelled_for_a_reason" CHECK (("orders"."status" = 'cancelled') = ("orders"."cancel_reason" is not null and "orders"."cancelled_at" is not null)),
	CONSTRAINT "completed_at_a_time" CHECK (("orders"."status" = 'completed') = ("orders"."completed_at" is not null)),
	CONSTRAINT "completed_after_authorization" CHECK ("orders"."status" <> 'completed' or "orders"."payment_authorized_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" uuid PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"version" integer NOT NULL,
	"subject_id" uuid NOT NULL,
	"data" jsonb NOT NULL,
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	"relayed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "charges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"status" text DEFAULT 'created' NOT NULL,
	"amount" integer NOT NULL,
	"currency" text NOT NULL,
	"stripe_id" text,
	"stripe_refund_id" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"failure_code" text,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "one_charge_per_payment_intent" UNIQUE("stripe_id"),
	CONSTRAINT "charge_amount_is_positive" CHECK ("charges"."amount" > 0),
	CONSTRAINT "charge_status_is_known" CHECK ("charges"."status" in ('created', 'failed', 'completed'))
);
--> statement-breakpoint
CREATE TABLE "stripe_events" (
	"id" text PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"object_id" text NOT NULL,
	"livemode" boolean NOT NULL,
	"received_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"processed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "tickets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"title" text NOT NULL,
	"price" integer NOT NULL,
	"currency" text NOT NULL,
	"section" text,
	"row" text,
	"seat" text,
	"admits" integer DEFAULT 1 NOT NULL,
	"order_id" uuid,
	"locked_until" timestamp (3) with time zone,
	"sold_at" timestamp (3) with time zone,
	"withdrawn_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "price_is_positive" CHECK ("tickets"."price" > 0),
	CONSTRAINT "currency_is_iso_4217" CHECK ("tickets"."currency" ~ '^[a-z]{3}$'),
	CONSTRAINT "admits_somebody" CHECK ("tickets"."admits" between 1 and 20),
	CONSTRAINT "title_has_1_to_120_characters" CHECK (char_length("tickets"."title") between 1 and 120),
	CONSTRAINT "held_until_a_time" CHECK (("tickets"."order_id" is null) = ("tickets"."locked_until" is null)),
	CONSTRAINT "sold_to_an_order" CHECK ("tickets"."sold_at" is null or "tickets"."order_id" is not null),
	CONSTRAINT "withdrawn_is_free" CHECK ("tickets"."withdrawn_at" is null or "tickets"."order_id" is null)
);
--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "charges" ADD CONSTRAINT "charges_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sessions_by_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "events_by_start" ON "events" USING btree ("starts_at");--> statement-breakpoint
CREATE UNIQUE INDEX "one_live_order_per_ticket" ON "orders" USING btree ("ticket_id") WHERE "orders"."status" in ('created', 'awaiting_payment', 'completed');--> statement-breakpoint
CREATE INDEX "orders_by_buyer" ON "orders" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "orders_by_ticket" ON "orders" USING btree ("ticket_id");--> statement-breakpoint
CREATE INDEX "live_orders_by_deadline" ON "orders" USING btree ("expires_at") WHERE "orders"."status" in ('created', 'awaiting_payment');--> statement-breakpoint
CREATE INDEX "live_orders_by_buyer" ON "orders" USING btree ("user_id") WHERE "orders"."status" in ('created', 'awaiting_payment');--> statement-breakpoint
CREATE INDEX "outbox_unrelayed" ON "outbox" USING btree ("id") WHERE "outbox"."relayed_at" is null;--> statement-breakpoint
CREATE INDEX "outbox_by_subject" ON "outbox" USING btree ("subject_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_completed_charge_per_order" ON "charges" USING btree ("order_id") WHERE "charges"."status" = 'completed';--> statement-breakpoint
CREATE INDEX "charges_by_order" ON "charges" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "open_charges" ON "charges" USING btree ("created_at") WHERE "charges"."status" = 'created';--> statement-breakpoint
CREATE INDEX "stripe_events_by_object" ON "stripe_events" USING btree ("object_id");--> statement-breakpoint
CREATE INDEX "tickets_by_event" ON "tickets" USING btree ("event_id","price");--> statement-breakpoint
CREATE INDEX "tickets_by_seller" ON "tickets" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "tickets_by_order" ON "tickets" USING btree ("order_id");