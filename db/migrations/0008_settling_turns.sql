ALTER TABLE "charges" ADD COLUMN "settling_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "charges" ADD COLUMN "settled_at" timestamp (3) with time zone;