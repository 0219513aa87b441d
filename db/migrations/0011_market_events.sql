-- What lists and searches read: made anew from events and tickets by the worker, which begins with what is here already.
-- And a press of "List ticket" that arrives twice lists once.
CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
CREATE TABLE "market_changes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "market_changes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"event_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "market_events" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"category" text NOT NULL,
	"city_folded" text collate "C" NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"available" integer NOT NULL,
	"held" integer NOT NULL,
	"from_price" integer NOT NULL,
	"from_currency" text NOT NULL,
	"from_worth" integer NOT NULL,
	"listed_at" timestamp (3) with time zone NOT NULL,
	"admits" integer[] NOT NULL,
	"event_words" text collate "C" NOT NULL,
	"ticket_words" text collate "C" NOT NULL,
	"words" "tsvector" GENERATED ALWAYS AS (array_to_tsvector(array_remove(string_to_array(event_words || ' ' || ticket_words, ' '), ''))) STORED,
	"refreshed_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "market_events_have_tickets" CHECK ("market_events"."available" + "market_events"."held" > 0)
);
--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "request_key" uuid;--> statement-breakpoint
ALTER TABLE "market_events" ADD CONSTRAINT "market_events_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "market_events_by_start" ON "market_events" USING btree ("starts_at","event_id");--> statement-breakpoint
CREATE INDEX "market_events_by_category" ON "market_events" USING btree ("category","starts_at","event_id");--> statement-breakpoint
CREATE INDEX "market_events_by_city" ON "market_events" USING btree ("city_folded","starts_at","event_id");--> statement-breakpoint
CREATE INDEX "market_events_by_listing" ON "market_events" USING btree ("listed_at","event_id");--> statement-breakpoint
CREATE INDEX "market_events_by_price" ON "market_events" USING btree ("from_worth","event_id");--> statement-breakpoint
CREATE INDEX "market_events_by_word" ON "market_events" USING gin ("words");--> statement-breakpoint
CREATE INDEX "market_events_by_likeness" ON "market_events" USING gin ("event_words" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "market_tickets_by_event" ON "tickets" USING btree ("event_id","price","id") WHERE "tickets"."sold_at" is null and "tickets"."withdrawn_at" is null;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "one_listing_per_request" UNIQUE("user_id","request_key");--> statement-breakpoint
INSERT INTO "market_changes" ("event_id") SELECT "id" FROM "events" WHERE "starts_at" > clock_timestamp() ORDER BY "starts_at";
