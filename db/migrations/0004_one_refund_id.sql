-- A refund's id at Stripe has one home: the charge. It stood in two columns, which could disagree.
UPDATE "charges" SET "stripe_refund_id" = "refunds"."stripe_id"
  FROM "refunds"
  WHERE "refunds"."charge_id" = "charges"."id" AND "charges"."stripe_refund_id" IS NULL;
--> statement-breakpoint
ALTER TABLE "refunds" DROP CONSTRAINT "one_refund_per_stripe_refund";--> statement-breakpoint
ALTER TABLE "refunds" DROP COLUMN "stripe_id";--> statement-breakpoint
ALTER TABLE "charges" ADD CONSTRAINT "one_charge_per_stripe_refund" UNIQUE("stripe_refund_id");
