CREATE TABLE "operator_acts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"operator_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"why" text NOT NULL,
	"details" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "act_is_known" CHECK ("operator_acts"."kind" in ('refund', 'redrive', 'replay', 'take-off-market', 'switch-off', 'switch-on')),
	CONSTRAINT "act_says_why" CHECK (octet_length("operator_acts"."why") between 1 and 4800)
);
--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "switched_off_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "operator_acts" ADD CONSTRAINT "operator_acts_operator_id_users_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "operator_acts_by_subject" ON "operator_acts" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "operator_acts_by_time" ON "operator_acts" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "users_switched_off" ON "users" USING btree ("switched_off_at") WHERE "users"."switched_off_at" is not null;--> statement-breakpoint
CREATE OR REPLACE FUNCTION refuse_closed_account() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  closed timestamptz;
BEGIN
  -- Waits for whoever is closing it or switching it off, who in turn waits for those who came before.
  SELECT coalesce(closed_at, switched_off_at) INTO closed FROM users WHERE id = NEW.user_id FOR KEY SHARE;
  IF closed IS NOT NULL THEN
    RAISE EXCEPTION 'a closed account buys and sells nothing'
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NEW;
END $$;
