-- An email address is shown to be somebody's before an account is opened, changed or given a new password with it.
CREATE TABLE "confirmations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"email" text NOT NULL,
	"user_id" uuid,
	"name" text,
	"password_hash" text,
	"device" text,
	"token_hashes" text[] DEFAULT '{}' NOT NULL,
	"code_hash" text,
	"code_tries" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "purpose_is_known" CHECK ("confirmations"."purpose" in ('open-account', 'verify-email', 'reset-password', 'change-email', 'undo-email')),
	CONSTRAINT "confirmed_email_is_lower_case" CHECK ("confirmations"."email" = lower("confirmations"."email")),
	CONSTRAINT "account_to_be_opened_has_a_name" CHECK (octet_length("confirmations"."name") between 1 and 1280),
	CONSTRAINT "only_an_account_to_be_opened_has_a_password" CHECK (("confirmations"."purpose" = 'open-account') = ("confirmations"."password_hash" is not null))
);
--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "closed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "confirmations" ADD CONSTRAINT "confirmations_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "confirmations_by_expiry" ON "confirmations" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "confirmations_by_email" ON "confirmations" USING btree ("email","purpose");--> statement-breakpoint
CREATE INDEX "confirmations_by_user" ON "confirmations" USING btree ("user_id");--> statement-breakpoint
CREATE FUNCTION refuse_closed_account() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  closed timestamptz;
BEGIN
  -- Waits for whoever is closing it, who in turn waits for those who came before.
  SELECT closed_at INTO closed FROM users WHERE id = NEW.user_id FOR KEY SHARE;
  IF closed IS NOT NULL THEN
    RAISE EXCEPTION 'a closed account buys and sells nothing'
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER closed_account_sells_nothing
  BEFORE INSERT ON tickets FOR EACH ROW EXECUTE FUNCTION refuse_closed_account();
--> statement-breakpoint
CREATE TRIGGER closed_account_buys_nothing
  BEFORE INSERT ON orders FOR EACH ROW EXECUTE FUNCTION refuse_closed_account();
