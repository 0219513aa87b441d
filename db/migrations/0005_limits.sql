CREATE TABLE "sign_in_places" (
	"user_id" uuid NOT NULL,
	"place" text NOT NULL,
	"used_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "a_place_once_per_user" PRIMARY KEY("user_id","place")
);
--> statement-breakpoint
ALTER TABLE "sign_in_places" ADD CONSTRAINT "sign_in_places_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sign_in_places_by_last_use" ON "sign_in_places" USING btree ("used_at");--> statement-breakpoint
CREATE INDEX "sessions_by_last_use" ON "sessions" USING btree ("last_seen_at");--> statement-breakpoint
CREATE INDEX "rate_limits_by_time" ON "rate_limits" USING btree ("arrives_at");--> statement-breakpoint
CREATE INDEX "processed_stripe_events" ON "stripe_events" USING btree ("processed_at") WHERE "stripe_events"."processed_at" is not null;