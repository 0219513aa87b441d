CREATE TABLE "invariant_checks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"checked_at" timestamp (3) with time zone NOT NULL,
	"broken" jsonb NOT NULL
);
--> statement-breakpoint
CREATE INDEX "invariant_checks_by_time" ON "invariant_checks" USING btree ("checked_at");