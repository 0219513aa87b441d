CREATE TABLE "refunds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"charge_id" uuid NOT NULL,
	"status" text DEFAULT 'created' NOT NULL,
	"reason" text NOT NULL,
	"amount" integer NOT NULL,
	"currency" text NOT NULL,
	"stripe_id" text,
	"failure_reason" text,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "one_refund_per_charge" UNIQUE("charge_id"),
	CONSTRAINT "one_refund_per_stripe_refund" UNIQUE("stripe_id"),
	CONSTRAINT "refund_amount_is_positive" CHECK ("refunds"."amount" > 0),
	CONSTRAINT "refund_status_is_known" CHECK ("refunds"."status" in ('created', 'pending', 'succeeded', 'failed')),
	CONSTRAINT "refund_reason_is_known" CHECK ("refunds"."reason" in ('order_over', 'operator', 'at_stripe'))
);
--> statement-breakpoint
ALTER TABLE "charges" ADD COLUMN "dispute_status" text;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_charge_id_charges_id_fk" FOREIGN KEY ("charge_id") REFERENCES "public"."charges"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "open_refunds" ON "refunds" USING btree ("created_at") WHERE "refunds"."status" in ('created', 'pending');