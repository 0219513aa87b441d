-- Text is compared by a folded form, which only the program can make: `foldRows` fills these columns for rows that
-- are here already. And lines are as long as people count them: Postgres bounds their bytes.
ALTER TABLE "users" DROP CONSTRAINT "name_has_1_to_80_characters";--> statement-breakpoint
ALTER TABLE "events" DROP CONSTRAINT "event_title_has_1_to_120_characters";--> statement-breakpoint
ALTER TABLE "tickets" DROP CONSTRAINT "title_has_1_to_120_characters";--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "title_folded" text collate "C";--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "venue_folded" text collate "C";--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "city_folded" text collate "C";--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "title_folded" text collate "C";--> statement-breakpoint
CREATE INDEX "events_by_fold" ON "events" USING btree ("title_folded","venue_folded","starts_at");--> statement-breakpoint
CREATE INDEX "events_to_fold" ON "events" USING btree ("id") WHERE "events"."title_folded" is null;--> statement-breakpoint
CREATE INDEX "tickets_to_fold" ON "tickets" USING btree ("id") WHERE "tickets"."title_folded" is null;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "name_has_1_to_1280_bytes" CHECK (octet_length("users"."name") between 1 and 1280);--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "event_title_has_1_to_1920_bytes" CHECK (octet_length("events"."title") between 1 and 1920);--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "title_has_1_to_1920_bytes" CHECK (octet_length("tickets"."title") between 1 and 1920);