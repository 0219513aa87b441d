-- Two events with one title, one name of a venue and one start may be in two cities.
ALTER TABLE "events" DROP CONSTRAINT "one_event_per_title_venue_and_start";--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "folded_title" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX "events_by_folded_title" ON "events" USING btree ("folded_title","starts_at");--> statement-breakpoint
CREATE INDEX "called_off_events_by_start" ON "events" USING btree ("starts_at") WHERE "events"."cancelled_at" is not null;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "one_event_per_title_place_and_start" UNIQUE("title","venue","city","country","starts_at");
--> statement-breakpoint
-- As near to `foldTitle` as SQL comes; what is listed from now on has it exactly.
UPDATE "events" SET "folded_title" = lower("title");
