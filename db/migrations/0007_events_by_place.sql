-- Two events with one title, one name of a venue and one start may be in two cities.
ALTER TABLE "events" DROP CONSTRAINT "one_event_per_title_venue_and_start";--> statement-breakpoint
CREATE INDEX "called_off_events_by_start" ON "events" USING btree ("starts_at") WHERE "events"."cancelled_at" is not null;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "one_event_per_title_place_and_start" UNIQUE("title","venue","city","country","starts_at");
