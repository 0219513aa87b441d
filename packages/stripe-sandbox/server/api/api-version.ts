import type Stripe from "stripe";

/** The one version the sandbox speaks. When the SDK is upgraded this line stops compiling, which is the reminder to check the shapes. */
export const apiVersion = "2026-10-28.endive" satisfies Stripe.LatestApiVersion;
