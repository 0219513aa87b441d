-- What sellers find events by, filled in by `foldRows`; and the zones that a city has in the catalogue.
ALTER TABLE "events" ADD COLUMN "words" text collate "C";--> statement-breakpoint
CREATE INDEX "events_by_city" ON "events" USING btree ("city_folded","country","time_zone");--> statement-breakpoint
CREATE INDEX "events_by_word" ON "events" USING gin (array_to_tsvector(array_remove(string_to_array("words", ' '), '')));--> statement-breakpoint
CREATE INDEX "events_by_likeness" ON "events" USING gin ("words" gin_trgm_ops);