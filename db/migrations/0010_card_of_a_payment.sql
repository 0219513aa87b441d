ALTER TABLE "charges" ADD COLUMN "card_brand" text;--> statement-breakpoint
ALTER TABLE "charges" ADD COLUMN "card_last4" text;--> statement-breakpoint
ALTER TABLE "charges" ADD CONSTRAINT "card_last4_is_four_digits" CHECK ("charges"."card_last4" ~ '^[0-9]{4}$');