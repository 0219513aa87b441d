CREATE TABLE "declines" (
	"id" uuid PRIMARY KEY NOT NULL,
	"charge_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"address" text,
	"card" text,
	"declined_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "charges" ADD COLUMN "started_from" text;--> statement-breakpoint
ALTER TABLE "declines" ADD CONSTRAINT "declines_charge_id_charges_id_fk" FOREIGN KEY ("charge_id") REFERENCES "public"."charges"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "declines" ADD CONSTRAINT "declines_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "declines_by_user" ON "declines" USING btree ("user_id","declined_at");--> statement-breakpoint
CREATE INDEX "declines_by_address" ON "declines" USING btree ("address","declined_at");--> statement-breakpoint
CREATE INDEX "declines_by_card" ON "declines" USING btree ("card","declined_at");--> statement-breakpoint
CREATE INDEX "declines_by_time" ON "declines" USING btree ("declined_at");