-- A misspelt word is compared with the words of all events, each once, and no longer with every event.
CREATE TABLE "event_words" (
	"word" text collate "C" PRIMARY KEY NOT NULL,
	"needed_until" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
DROP INDEX "events_by_likeness";--> statement-breakpoint
DROP INDEX "market_events_by_likeness";--> statement-breakpoint
CREATE INDEX "event_words_by_likeness" ON "event_words" USING gin ("word" gin_trgm_ops) WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "event_words_by_need" ON "event_words" USING btree ("needed_until");--> statement-breakpoint
ALTER INDEX "market_events_by_word" SET (fastupdate=false);--> statement-breakpoint
INSERT INTO "event_words" ("word", "needed_until")
SELECT part, max("starts_at") FROM "market_events", string_to_table("event_words", ' ') AS parts (part)
WHERE part <> '' GROUP BY part;
